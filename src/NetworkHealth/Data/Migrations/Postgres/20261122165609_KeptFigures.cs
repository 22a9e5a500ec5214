using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NetworkHealth.Data.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cohort_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    choices = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rule_version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    tables = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seen_as = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    display = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
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
