using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegalService.Casework.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LettersAndFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Office",
                table: "Feedback",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LetterRegisters",
                columns: table => new
                {
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterRegisters", x => new { x.Office, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    SealedText = table.Column<byte[]>(type: "bytea", nullable: true),
                    SealedDocument = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RequestFigures",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Service = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Counts = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CountedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    WaitDays = table.Column<int>(type: "integer", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestFigures", x => x.RequestId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Day_State_Office_Service",
                table: "Tickets",
                columns: new[] { "Day", "State", "Office", "Service" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_NextDue_Office",
                table: "Requests",
                columns: new[] { "NextDue", "Office" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_At_Kind_Office_Rating",
                table: "Feedback",
                columns: new[] { "At", "Kind", "Office", "Rating" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_Start_Office_Service_State_RequestNumber",
                table: "Appointments",
                columns: new[] { "Start", "Office", "Service", "State", "RequestNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Office_Year_Sequence",
                table: "Letters",
                columns: new[] { "Office", "Year", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_RequestId_Template_Edition",
                table: "Letters",
                columns: new[] { "RequestId", "Template", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequestFigures_ClosedOn_Office_Counts_End_Outcome",
                table: "RequestFigures",
                columns: new[] { "ClosedOn", "Office", "Counts", "End", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_RequestFigures_CountedOn_Office_Counts_Group",
                table: "RequestFigures",
                columns: new[] { "CountedOn", "Office", "Counts", "Group" });

            migrationBuilder.CreateIndex(
                name: "IX_RequestFigures_DecidedOn_Office_Decision_WaitDays",
                table: "RequestFigures",
                columns: new[] { "DecidedOn", "Office", "Decision", "WaitDays" });

            migrationBuilder.CreateIndex(
                name: "IX_RequestFigures_ReceivedOn_Office_Service_Channel",
                table: "RequestFigures",
                columns: new[] { "ReceivedOn", "Office", "Service", "Channel" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LetterRegisters");

            migrationBuilder.DropTable(
                name: "Letters");

            migrationBuilder.DropTable(
                name: "RequestFigures");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Day_State_Office_Service",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Requests_NextDue_Office",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Feedback_At_Kind_Office_Rating",
                table: "Feedback");

            migrationBuilder.DropIndex(
                name: "IX_Appointments_Start_Office_Service_State_RequestNumber",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Office",
                table: "Feedback");
        }
    }
}
