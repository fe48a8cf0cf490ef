using System.Text.Json;
using LegalService.Casework.Appointments;
using LegalService.Casework.Feedback;
using LegalService.Casework.Figures;
using LegalService.Casework.Requests;
using LegalService.Casework.Retention;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Figures;

public sealed class FiguresTests
{
    private const string Centre = "example-centre";

    private static readonly FigurePeriod Quarter = FigurePeriod.Quarter(2026, 4);

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_quarterly_report_counts_what_was_done(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await AQuarterAsync(host);

        var report = (await host.Get<FiguresDesk>().ReportAsync(FiguresDesk.Quarterly, Quarter, Centre, CancellationToken.None)).Value!;

        var values = report.Lines.ToDictionary(line => line.Id, line => line.Value);
        Assert.Equal((2m, 1m, 1m, 0m), (values["legalAid"], values["legalAidCivil"], values["legalAidCriminal"], values["legalAidAdministrative"]));
        Assert.Equal((3m, 3m, 2m, 66.7m), (values["mediation"], values["mediationEnded"], values["settled"], values["settlementRate"]));
        // Three applications for aid, three mediations; a consultation that was kept and had no request.
        Assert.Equal((6m, 7m, 1m), (values["received"], values["people"], values["consultation"]));
        // Decided after 2 (granted), 2 (refused) and 9 days (granted, too late); mediations at once.
        Assert.Equal((0m, 2m, 50m), (values["waitMedian"], values["appointments"], values["appointmentsKept"]));
        Assert.Equal((2m, 50m), (values["ratings"], values["satisfaction"]));
        Assert.Equal(("2026年第四季度", "示例县公共法律服务中心", "2026年第三季度", "2025年第四季度"), (report.Period, report.Office, report.ComparedWith.Before, report.ComparedWith.YearEarlier));
        Assert.Contains("共办理法律援助案件2件（民事1件、刑事1件、行政和国家赔偿0件）", report.Text[0], StringComparison.Ordinal);
        Assert.Contains("调解成功率66.7%", report.Text[1], StringComparison.Ordinal);
        Assert.All(report.Lines, line => Assert.Equal(line.Unit is "%" or "天" ? null : 0m, line.Before));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Limits_kept_and_missed_are_counted_by_the_rule_that_set_them(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await AQuarterAsync(host);

        var totals = await host.Get<FiguresDesk>().TotalsAsync(Quarter, Centre, CancellationToken.None);

        var decide = totals.Deadlines.Single(row => row.Name == "决定给不给法律援助");
        Assert.Equal(("法律援助申请", 2, 1), (decide.Service, decide.Kept, decide.Missed));
        Assert.Equal((1, 5), (totals.Decided[RequestState.Refused], totals.Decided[RequestState.Accepted]));
        Assert.Equal((6, 0, 9), (totals.Waiting.Decided, totals.Waiting.MedianDays, totals.Waiting.NinetiethDays));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Another_office_and_another_quarter_have_figures_of_their_own(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await AQuarterAsync(host);
        var desk = host.Get<FiguresDesk>();

        Assert.Equal(0, (await desk.TotalsAsync(Quarter, "example-north", CancellationToken.None)).PeopleServed);
        Assert.Equal(0, (await desk.TotalsAsync(FigurePeriod.Quarter(2026, 3), null, CancellationToken.None)).PeopleServed);
        Assert.Equal(6, (await desk.DaysAsync(Quarter, null, CancellationToken.None)).Sum(day => day.Count));
        // The one that was granted first has waited for its lawyer for more than three days.
        Assert.Equal((2, 1), ((await desk.NowAsync(Centre, CancellationToken.None)) is var now ? (now.Open, now.Late) : default));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Figures_stay_when_personal_data_go_and_requests_from_before_are_caught_up_to_the_same(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await AQuarterAsync(host);
        var before = await FiguresAsync(host);

        await host.Get<CaseworkStore>().WriteAsync((context, token) => context.Set<RequestFigure>().ExecuteDeleteAsync(token), CancellationToken.None);
        Assert.Equal(6, await host.Get<FigureKeeping>().CatchUpAsync(CancellationToken.None));
        Assert.Equal(before, await FiguresAsync(host));

        host.Time.Advance(TimeSpan.FromDays(1000));
        Assert.Equal(4, await host.Get<RequestErasure>().RunOnceAsync(CancellationToken.None));
        Assert.Equal(before, await FiguresAsync(host));
    }

    [Fact]
    public async Task A_mediation_is_not_over_before_it_is_said_how_it_ended()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await MediationAsync(host);
        await host.ActAsync(request, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        var action = new DeskAction(request.Number, (await host.RecordAsync(request)).Version, Aid.Clerk, "谈完了");

        Assert.Equal("outcome.unknown", (await host.Get<RequestDesk>().DoneAsync(action, CancellationToken.None)).Failure?.Code);
        Assert.Equal("outcome.unknown", (await host.Get<RequestDesk>().DoneAsync(action, "won", CancellationToken.None)).Failure?.Code);
        Assert.True((await host.Get<RequestDesk>().DoneAsync(action, "settled", CancellationToken.None)).Succeeded);
    }

    /// <summary>Three applications for legal aid, three mediations, two appointments, two ratings.</summary>
    private static async Task AQuarterAsync(CaseworkHost host)
    {
        var meetings = await MeetingsAsync(host);
        SubmittedRequest[] aid = [await host.SubmitAsync(), await host.SubmitAsync(Criminal()), await host.SubmitAsync(Aid.Wages(person: 3, phone: "13800138003"))];
        host.Time.Advance(TimeSpan.FromDays(2));
        await host.Get<AppointmentDiary>().CompleteAsync(meetings[0], Aid.Clerk, CancellationToken.None);
        await host.Get<AppointmentDiary>().MissedAsync(meetings[1], Aid.Clerk, CancellationToken.None);
        await host.ActAsync(aid[0], (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        await host.RefuseAsync(aid[2]);
        host.Time.Advance(TimeSpan.FromDays(7));
        await host.ActAsync(aid[1], (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        foreach (var outcome in new[] { "settled", "settled", "notSettled" })
        {
            var mediation = await MediationAsync(host);
            await host.ActAsync(mediation, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
            await host.ActAsync(mediation, (desk, action) => desk.DoneAsync(action, outcome, CancellationToken.None), "谈完了");
        }

        await RateAsync(host, aid[0], 5);
        await RateAsync(host, aid[2], 2);
    }

    private static Dictionary<string, JsonElement> Criminal()
    {
        var answers = Aid.Wages(name: "李雷", person: 2, phone: "13800138002");
        foreach (var field in new[] { "people", "amount", "preserve", "opponentName", "circumstances", "hardshipPhoto" })
            answers.Remove(field);
        return answers.With("matter", AnswerJson.Of("criminal")).With("criminalRole", AnswerJson.Of("accused")).With("custody", AnswerJson.Of(true))
            .With("accusedTraits", AnswerJson.Of(["none"])).With("hardship", AnswerJson.Of(true)).With("pledge", AnswerJson.Of(true));
    }

    /// <summary>Two consultations without a request, tomorrow at the centre.</summary>
    private static async Task<IReadOnlyList<Guid>> MeetingsAsync(CaseworkHost host)
    {
        var desk = host.Get<AppointmentDesk>();
        var day = new DateOnly(2026, 11, 26);
        var slots = (await desk.FindSlotsAsync(new("legal-consultation", day, day, Centre, MeetingWay.InPerson), CancellationToken.None)).Value!;
        var booked = new List<Guid>();
        foreach (var (slot, phone) in slots.Zip(["13900000001", "13900000002"]))
            booked.Add((await desk.BookAsync(new("王小明", phone, SlotId: slot.Id), phone, CancellationToken.None)).Value!.Id);
        return booked;
    }

    private static async Task<SubmittedRequest> MediationAsync(CaseworkHost host)
    {
        var definition = host.Get<ServiceCatalog>().Find("people-mediation")!;
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        for (var asked = 0; asked < 100 && Interview.Next(definition, Answers.From(answers), new DateOnly(2026, 12, 4)) is { Done: false, Question: { } question }; asked++)
            answers[question.Id] = !question.Required ? AnswerJson.Skipped : question.AllowUnknown ? AnswerJson.Unknown : Answer(question, answers.ContainsKey(question.Id));
        var sent = await host.Get<RequestIntake>().SubmitAsync(new("people-mediation", answers), Guid.NewGuid().ToString(), CancellationToken.None);
        Assert.True(sent.Succeeded, sent.Failure?.Message);
        return sent.Value;
    }

    private static JsonElement Answer(Question question, bool again) => question.Type switch
    {
        FieldType.Choice => AnswerJson.Of(question.Options[^1].Value),
        FieldType.YesNo => AnswerJson.Of(again),
        FieldType.Phone => AnswerJson.Of("13800138000"),
        FieldType.Name => AnswerJson.Of("王小明"),
        FieldType.Address => JsonSerializer.SerializeToElement(
            new { province = "内蒙古自治区", city = "示例市", county = "示例县", township = "示例镇", village = "示例嘎查", detail = "一组" }),
        _ => AnswerJson.Of("邻居把草场围栏往我这边挪了，想请人来调解一下。"),
    };

    private static async Task RateAsync(CaseworkHost host, SubmittedRequest request, int value) =>
        Assert.True((await host.Get<RatingDesk>().RateAsync(new(FeedbackKind.Request, request.Number, value, [], null), Guid.NewGuid().ToString(), CancellationToken.None)).Succeeded);

    private static async Task<IReadOnlyList<string>> FiguresAsync(CaseworkHost host)
    {
        var rows = await host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<RequestFigure>().OrderBy(row => row.RequestId).ToListAsync(token), CancellationToken.None);
        return [.. rows.Select(row => JsonSerializer.Serialize(row))];
    }
}
