using System.Text.Json;
using LegalService.Casework.Appointments;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Tests.Requests;

public sealed class BookedRequestsTests
{
    private const string Own = "13800138000";
    private const string Foreign = "13900139000";

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_appointment_for_a_request_is_an_event_of_it_and_shows_in_it(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await SubmitAsync(host);
        var booked = (await BookAsync(host, request.Number, Own)).Value!;
        var status = await host.LookupAsync(request);
        Assert.Equal("received booked", string.Join(' ', status.History.Select(line => line.Event)));
        Assert.Equal(DeadlineState.Met, status.Deadlines.Single(deadline => deadline.Rule == "contact").State);
        Assert.Contains(status.Appointments, appointment => appointment.Number == booked.Number && appointment.Start == booked.Start && appointment.Office == booked.Office);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_knows_only_the_number_of_anothers_request_learns_nothing_from_booking(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await SubmitAsync(host);
        var nobodys = CaseNumber.Draw(CaseNumber.Request, host.Time);
        var answers = new[]
        {
            await BookAsync(host, request.Number, Foreign),
            await BookAsync(host, nobodys, Foreign),
            await BookAsync(host, request.Number, Foreign, "ABCDEFGH"),
            await BookAsync(host, nobodys, Foreign, "ABCDEFGH"),
            await BookAsync(host, request.Number, Own, service: "legal-aid"),
        };
        Assert.All(answers, answer => Assert.Equal(("appointment.request", answers[0].Failure!.Message), (answer.Failure?.Code, answer.Failure?.Message)));
        var waiting = await host.Get<WaitingList>().JoinAsync(
            new("legal-consultation", new(2026, 11, 26), new(2026, 11, 30), "陌生人", Foreign, RequestNumber: request.Number), "w", CancellationToken.None);
        Assert.Equal("appointment.request", waiting.Failure?.Code);
        Assert.Empty((await host.LookupAsync(request)).Appointments);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_has_the_slip_books_with_a_phone_of_his_own(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await SubmitAsync(host);
        var booked = (await BookAsync(host, request.Number, Foreign, request.Code)).Value!;
        Assert.Equal(booked.Number, Assert.Single((await host.LookupAsync(request)).Appointments).Number);
        for (var guess = 0; guess < 5; guess++)
            await BookAsync(host, request.Number, Foreign, "ABCDEFGH");
        Assert.Equal("lookup.locked", (await BookAsync(host, request.Number, Foreign, request.Code)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_must_not_be_called_is_not_booked_by_phone_nor_moved_to_it(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var answers = Aid.Wages();
        foreach (var field in new[] { "people", "amount", "circumstances", "hardshipPhoto" })
            answers.Remove(field);
        var request = await host.SubmitAsync(answers.With("matter", AnswerJson.Of("violence")).With("danger", AnswerJson.Of(true)).With("safePhone", AnswerJson.Of(false)));
        var refused = (await BookAsync(host, request.Number, Own, service: "legal-aid", way: MeetingWay.Phone)).Failure!;
        Assert.Equal("appointment.way", refused.Code);
        Assert.Contains("打这个电话安全", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["inPerson", "video"], (IEnumerable<string>)refused.Details["ways"]!);
        var booked = (await BookAsync(host, request.Number, Own, service: "legal-aid", way: MeetingWay.InPerson)).Value!;
        var byPhone = (await SlotsAsync(host, "legal-aid", MeetingWay.Phone))[0];
        Assert.Equal("appointment.way", (await host.Get<OwnAppointment>().RescheduleAsync(booked.Id, booked.Code, byPhone.Id, CancellationToken.None)).Failure?.Code);
        Assert.Equal(booked.Start, Assert.Single((await host.LookupAsync(request)).Appointments).Start);
    }

    private static async Task<SubmittedRequest> SubmitAsync(CaseworkHost host) =>
        (await host.Get<RequestIntake>().SubmitAsync(new("legal-consultation", Consultation()), "k", CancellationToken.None)).Value!;

    private static async Task<Result<Booked>> BookAsync(
        CaseworkHost host, string number, string phone, string? code = null, string service = "legal-consultation", MeetingWay? way = null) =>
        await host.Get<AppointmentDesk>().BookAsync(
            new("王小明", phone, SlotId: (await SlotsAsync(host, service, way))[0].Id, RequestNumber: number, RequestCode: code),
            Guid.NewGuid().ToString(),
            CancellationToken.None);

    private static async Task<IReadOnlyList<Slot>> SlotsAsync(CaseworkHost host, string service, MeetingWay? way) =>
        (await host.Get<AppointmentDesk>().FindSlotsAsync(new(service, new(2026, 11, 26), new(2026, 11, 30), Way: way), CancellationToken.None)).Value!;

    private static Dictionary<string, JsonElement> Consultation() => new(StringComparer.Ordinal)
    {
        ["topic"] = AnswerJson.Of("land"),
        ["hasLimit"] = AnswerJson.Of(false),
        ["question"] = AnswerJson.Of("邻居的羊进了我家草场，能要赔偿吗？"),
        ["opponentName"] = AnswerJson.Skipped,
        ["papers"] = AnswerJson.Skipped,
        ["way"] = AnswerJson.Of("inPerson"),
        ["language"] = AnswerJson.Of("mongolian"),
        ["name"] = AnswerJson.Of("王小明"),
        ["phone"] = AnswerJson.Of(Own),
        ["consent"] = AnswerJson.Of(true),
    };
}
