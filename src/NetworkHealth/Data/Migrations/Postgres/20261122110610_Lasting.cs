using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NetworkHealth.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Lasting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "matrix_cells",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matrix_cells", x => x.id);
                    table.ForeignKey(
                        name: "fk_matrix_cells_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "observed_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answers = table.Column<int>(type: "integer", nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    months_since_funding = table.Column<int>(type: "integer", nullable: true),
                    of_schools = table.Column<int>(type: "integer", nullable: true),
                    schools = table.Column<int>(type: "integer", nullable: true),
                    seen = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    seen_month = table.Column<DateOnly>(type: "date", nullable: true),
                    statement = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    strategies = table.Column<int>(type: "integer", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_observed_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_observed_entries_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made = table.Column<DateOnly>(type: "date", nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    artefact_address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    champion_role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    responsible = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    risks = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    statement = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    strategies = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    structure_used = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    target_month = table.Column<DateOnly>(type: "date", nullable: true),
                    what_would_we_change = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    would_it_work_here = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_entries_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_matrix_cells_network_id_dimension_level",
                table: "matrix_cells",
                columns: new[] { "network_id", "dimension", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_observed_entries_network_id_number",
                table: "observed_entries",
                columns: new[] { "network_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_entries_network_id_number",
                table: "plan_entries",
                columns: new[] { "network_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "matrix_cells");

            migrationBuilder.DropTable(
                name: "observed_entries");

            migrationBuilder.DropTable(
                name: "plan_entries");
        }
    }
}
