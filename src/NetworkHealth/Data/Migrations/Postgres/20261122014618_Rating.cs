using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NetworkHealth.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Rating : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    began_from = table.Column<int>(type: "integer", nullable: false),
                    framework_version = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.network_id, x.year, x.source });
                    table.ForeignKey(
                        name: "fk_drafts_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "own_labels",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    subject = table.Column<short>(type: "smallint", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    rule_label = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule_version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_labels", x => x.id);
                    table.ForeignKey(
                        name: "fk_own_labels_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "revision_grounds",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<short>(type: "smallint", maxLength: 40, nullable: false),
                    grounds = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revision_grounds", x => new { x.network_id, x.year, x.source, x.revision, x.subject });
                    table.ForeignKey(
                        name: "fk_revision_grounds_revisions_network_id_year_source_revision",
                        columns: x => new { x.network_id, x.year, x.source, x.revision },
                        principalTable: "revisions",
                        principalColumns: new[] { "network_id", "year", "source", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_entries",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    subject = table.Column<short>(type: "smallint", maxLength: 40, nullable: false),
                    answer = table.Column<short>(type: "smallint", nullable: true),
                    grounds = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    saved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tab = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_entries", x => new { x.network_id, x.year, x.source, x.subject });
                    table.ForeignKey(
                        name: "fk_draft_entries_drafts_network_id_year_source",
                        columns: x => new { x.network_id, x.year, x.source },
                        principalTable: "drafts",
                        principalColumns: new[] { "network_id", "year", "source" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_own_labels_network_id_source_subject",
                table: "own_labels",
                columns: new[] { "network_id", "source", "subject" },
                unique: true);

            // What the raters saw was a row for each note; now it stands with the rest that an answer rests on.
            migrationBuilder.Sql(
                """
                INSERT INTO revision_grounds (network_id, year, source, revision, subject, grounds)
                SELECT network_id, year, source, revision, subject, json_build_object('seen', string_agg(text, E'\n\n' ORDER BY position))::text
                FROM evidence_notes
                GROUP BY network_id, year, source, revision, subject
                """);

            migrationBuilder.DropTable(
                name: "evidence_notes");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draft_entries");

            migrationBuilder.DropTable(
                name: "own_labels");

            migrationBuilder.DropTable(
                name: "revision_grounds");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.CreateTable(
                name: "evidence_notes",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<short>(type: "smallint", maxLength: 40, nullable: false),
                    position = table.Column<short>(type: "smallint", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_notes", x => new { x.network_id, x.year, x.source, x.revision, x.subject, x.position });
                    table.ForeignKey(
                        name: "fk_evidence_notes_revisions_network_id_year_source_revision",
                        columns: x => new { x.network_id, x.year, x.source, x.revision },
                        principalTable: "revisions",
                        principalColumns: new[] { "network_id", "year", "source", "number" },
                        onDelete: ReferentialAction.Restrict);
                });
        }
    }
}
