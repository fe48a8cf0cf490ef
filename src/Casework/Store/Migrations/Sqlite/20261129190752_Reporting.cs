using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reporting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Office",
                table: "Requests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "Requests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsKept",
                table: "RequestDeadlines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Office",
                table: "RequestDeadlines",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Service",
                table: "RequestDeadlines",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_RequestDeadlines_Party_Due_Office_Service_Rule_IsKept_IsDropped_IsSuspended",
                table: "RequestDeadlines",
                columns: new[] { "Party", "Due", "Office", "Service", "Rule", "IsKept", "IsDropped", "IsSuspended" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RequestDeadlines_Party_Due_Office_Service_Rule_IsKept_IsDropped_IsSuspended",
                table: "RequestDeadlines");

            migrationBuilder.DropColumn(
                name: "Office",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "IsKept",
                table: "RequestDeadlines");

            migrationBuilder.DropColumn(
                name: "Office",
                table: "RequestDeadlines");

            migrationBuilder.DropColumn(
                name: "Service",
                table: "RequestDeadlines");
        }
    }
}
