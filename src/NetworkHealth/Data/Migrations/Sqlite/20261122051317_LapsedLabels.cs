using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NetworkHealth.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LapsedLabels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_lapsed",
                table: "own_labels",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "has_lapsed",
                table: "own_labels");
        }
    }
}
