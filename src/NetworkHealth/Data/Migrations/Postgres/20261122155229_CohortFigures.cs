using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NetworkHealth.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CohortFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "grouped_by",
                table: "cohorts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "closed_tables",
                columns: table => new
                {
                    cohort_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    subject = table.Column<short>(type: "smallint", maxLength: 40, nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    grouped_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    hiding_rule = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    framework_versions = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    figures = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closed_tables", x => new { x.cohort_id, x.year, x.source, x.subject, x.change });
                    table.ForeignKey(
                        name: "fk_closed_tables_cohorts_cohort_id",
                        column: x => x.cohort_id,
                        principalTable: "cohorts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "closed_tables");

            migrationBuilder.DropColumn(
                name: "grouped_by",
                table: "cohorts");
        }
    }
}
