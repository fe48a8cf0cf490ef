using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CodeFingerprint = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SealedAnswers = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Number",
                table: "Drafts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Until",
                table: "Drafts",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Drafts");
        }
    }
}
