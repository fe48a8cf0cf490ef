using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Matters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsOwn",
                table: "Feedback",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RepliedAt",
                table: "Feedback",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RepliedBy",
                table: "Feedback",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Reply",
                table: "Feedback",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReplyDue",
                table: "Feedback",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CitizenPasses",
                columns: table => new
                {
                    Print = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CitizenPasses", x => x.Print);
                });

            migrationBuilder.CreateTable(
                name: "PhoneCodes",
                columns: table => new
                {
                    Phone = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedFrom = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhoneCodes", x => x.Phone);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_Own",
                table: "Feedback",
                columns: new[] { "Kind", "Subject" },
                unique: true,
                filter: "\"IsOwn\"");

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_ReplyDue",
                table: "Feedback",
                column: "ReplyDue",
                filter: "\"RepliedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_Subject",
                table: "Feedback",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_CitizenPasses_Until",
                table: "CitizenPasses",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCodes_CountedFrom",
                table: "PhoneCodes",
                column: "CountedFrom");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CitizenPasses");

            migrationBuilder.DropTable(
                name: "PhoneCodes");

            migrationBuilder.DropIndex(
                name: "IX_Feedback_Own",
                table: "Feedback");

            migrationBuilder.DropIndex(
                name: "IX_Feedback_ReplyDue",
                table: "Feedback");

            migrationBuilder.DropIndex(
                name: "IX_Feedback_Subject",
                table: "Feedback");

            migrationBuilder.DropColumn(
                name: "IsOwn",
                table: "Feedback");

            migrationBuilder.DropColumn(
                name: "RepliedAt",
                table: "Feedback");

            migrationBuilder.DropColumn(
                name: "RepliedBy",
                table: "Feedback");

            migrationBuilder.DropColumn(
                name: "Reply",
                table: "Feedback");

            migrationBuilder.DropColumn(
                name: "ReplyDue",
                table: "Feedback");
        }
    }
}
