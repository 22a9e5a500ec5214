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
            migrationBuilder.AddColumn<int>(
                name: "districts",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "grant_end_month",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "grant_end_year",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "grant_start_month",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "grant_start_year",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nsi_ci_capacity",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nsi_focal_students",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nsi_intermediary",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nsi_learning",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nsi_outcomes",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nsi_shared_aim",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nsi_ten_schools",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "schools",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "teams",
                table: "networks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "context_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_context_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_context_entries_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hub_strategies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    strategies = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    story = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    cells = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hub_strategies", x => x.id);
                    table.ForeignKey(
                        name: "fk_hub_strategies_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                    is_removed = table.Column<bool>(type: "INTEGER", nullable: false),
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
                    is_removed = table.Column<bool>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    artefact_address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    champion_role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    copied_from = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
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

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_removed = table.Column<bool>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                    table.ForeignKey(
                        name: "fk_teams_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "team_years",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    depth = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ownership = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    spread = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sustainability = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_years", x => x.id);
                    table.ForeignKey(
                        name: "fk_team_years_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_context_entries_network_id_year_item",
                table: "context_entries",
                columns: new[] { "network_id", "year", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hub_strategies_network_id",
                table: "hub_strategies",
                column: "network_id");

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

            migrationBuilder.CreateIndex(
                name: "ix_team_years_team_id_year",
                table: "team_years",
                columns: new[] { "team_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_teams_network_id_code",
                table: "teams",
                columns: new[] { "network_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "context_entries");

            migrationBuilder.DropTable(
                name: "hub_strategies");

            migrationBuilder.DropTable(
                name: "matrix_cells");

            migrationBuilder.DropTable(
                name: "observed_entries");

            migrationBuilder.DropTable(
                name: "plan_entries");

            migrationBuilder.DropTable(
                name: "team_years");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropColumn(
                name: "districts",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "grant_end_month",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "grant_end_year",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "grant_start_month",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "grant_start_year",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "nsi_ci_capacity",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "nsi_focal_students",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "nsi_intermediary",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "nsi_learning",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "nsi_outcomes",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "nsi_shared_aim",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "nsi_ten_schools",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "schools",
                table: "networks");

            migrationBuilder.DropColumn(
                name: "teams",
                table: "networks");
        }
    }
}
