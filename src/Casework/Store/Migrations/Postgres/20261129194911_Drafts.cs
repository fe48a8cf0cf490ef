using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CodeFingerprint = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    Service = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SealedAnswers = table.Column<byte[]>(type: "bytea", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
