using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NetworkHealth.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeptFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kept_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cohort_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    choices = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    kept_at = table.Column<long>(type: "INTEGER", nullable: false),
                    as_of = table.Column<long>(type: "INTEGER", nullable: true),
                    rule_version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    tables = table.Column<string>(type: "TEXT", nullable: false),
                    seen_as = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    display = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_figures", x => x.id);
                    table.ForeignKey(
                        name: "fk_kept_figures_cohorts_cohort_id",
                        column: x => x.cohort_id,
                        principalTable: "cohorts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_kept_figures_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_kept_figures_cohort_id_owner_id",
                table: "kept_figures",
                columns: new[] { "cohort_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_kept_figures_owner_id",
                table: "kept_figures",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_figures");
        }
    }
}
