using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NetworkHealth.Data.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dimension = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    dimension = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answers = table.Column<int>(type: "INTEGER", nullable: true),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    months_since_funding = table.Column<int>(type: "INTEGER", nullable: true),
                    of_schools = table.Column<int>(type: "INTEGER", nullable: true),
                    schools = table.Column<int>(type: "INTEGER", nullable: true),
                    seen = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seen_month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    statement = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    strategies = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    dimension = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    made = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    artefact_address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    champion_role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    responsible = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    risks = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    statement = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    strategies = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    structure_used = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    target_month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    what_would_we_change = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    would_it_work_here = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
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
