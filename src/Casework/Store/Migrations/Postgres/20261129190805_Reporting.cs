using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Postgres
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "Requests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsKept",
                table: "RequestDeadlines",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Office",
                table: "RequestDeadlines",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Service",
                table: "RequestDeadlines",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_RequestDeadlines_Party_Due_Office_Service_Rule_IsKept_IsDro~",
                table: "RequestDeadlines",
                columns: new[] { "Party", "Due", "Office", "Service", "Rule", "IsKept", "IsDropped", "IsSuspended" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RequestDeadlines_Party_Due_Office_Service_Rule_IsKept_IsDro~",
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
