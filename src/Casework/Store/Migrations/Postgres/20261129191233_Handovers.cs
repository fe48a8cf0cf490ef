using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Handovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Print",
                table: "ChannelLinks",
                type: "character varying(43)",
                maxLength: 43,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Callbacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Conversation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Open = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConsentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Clerk = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Callbacks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Conversation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Open = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Clerk = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastCitizenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastClerkAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnansweredQuestions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Conversation = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: true),
                    Question = table.Column<byte[]>(type: "bytea", nullable: false),
                    Articles = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Confidence = table.Column<double>(type: "double precision", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnansweredQuestions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelLinks_Print",
                table: "ChannelLinks",
                column: "Print");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Conversation",
                table: "Callbacks",
                column: "Conversation");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Open",
                table: "Callbacks",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_State_DueAt",
                table: "Callbacks",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_Conversation",
                table: "Handovers",
                column: "Conversation");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_Open",
                table: "Handovers",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_State_AskedAt",
                table: "Handovers",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_UnansweredQuestions_Conversation",
                table: "UnansweredQuestions",
                column: "Conversation");

            migrationBuilder.CreateIndex(
                name: "IX_UnansweredQuestions_SettledAt_At",
                table: "UnansweredQuestions",
                columns: new[] { "SettledAt", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Callbacks");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "UnansweredQuestions");

            migrationBuilder.DropIndex(
                name: "IX_ChannelLinks_Print",
                table: "ChannelLinks");

            migrationBuilder.DropColumn(
                name: "Print",
                table: "ChannelLinks");
        }
    }
}
