using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Referrals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReferredFrom",
                table: "Requests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Dispatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Volunteer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnswerBy = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CodeFingerprint = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dispatches", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_RequestId_Round",
                table: "Dispatches",
                columns: new[] { "RequestId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_State_AnswerBy",
                table: "Dispatches",
                columns: new[] { "State", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_Volunteer_State",
                table: "Dispatches",
                columns: new[] { "Volunteer", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Dispatches");

            migrationBuilder.DropColumn(
                name: "ReferredFrom",
                table: "Requests");
        }
    }
}
