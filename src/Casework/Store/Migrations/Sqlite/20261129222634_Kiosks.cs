using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Kiosks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Kiosk",
                table: "Requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Words",
                table: "Callbacks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KioskInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodeFingerprint = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KioskInvitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KioskNonces",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KioskNonces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Kiosks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublicKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Machine = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EnrolledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PausedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kiosks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pickups",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CodeFingerprint = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    SealedCode = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PersonFingerprint = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    SealedPerson = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedTitle = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PutAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Collection = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    Kiosk = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MustAsk = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsFileRemoved = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pickups", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KioskInvitations_CodeFingerprint",
                table: "KioskInvitations",
                column: "CodeFingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KioskInvitations_ExpiresAt",
                table: "KioskInvitations",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_KioskNonces_SeenAt",
                table: "KioskNonces",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_CodeFingerprint",
                table: "Pickups",
                column: "CodeFingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_Collection",
                table: "Pickups",
                column: "Collection",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_EndedAt",
                table: "Pickups",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_Number",
                table: "Pickups",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_Office_PutAt",
                table: "Pickups",
                columns: new[] { "Office", "PutAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_State_ExpiresAt",
                table: "Pickups",
                columns: new[] { "State", "ExpiresAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KioskInvitations");

            migrationBuilder.DropTable(
                name: "KioskNonces");

            migrationBuilder.DropTable(
                name: "Kiosks");

            migrationBuilder.DropTable(
                name: "Pickups");

            migrationBuilder.DropColumn(
                name: "Kiosk",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Callbacks");
        }
    }
}
