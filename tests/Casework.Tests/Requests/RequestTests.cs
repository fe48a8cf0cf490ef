using System.Text;
using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Requests;

public sealed class RequestTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_request_gets_number_code_and_deadlines_and_is_found_with_both(StoreProvider provider)
    {
        var (host, raised) = await Aid.ListeningAsync(provider);
        await using var _ = host;
        var submitted = await host.SubmitAsync();
        Assert.Equal(RequestState.Received, submitted.State);
        var decide = Assert.Single(submitted.Deadlines, deadline => deadline.Rule == "decide");
        // Wednesday the 25th and seven days.
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 23, 59, 59, TimeSpan.FromHours(8)), decide.Due);
        Assert.Equal("第四十三条", Assert.Single(decide.Basis).Article);
        var status = await host.LookupAsync(submitted);
        Assert.Equal("法律援助申请", status.ServiceName);
        Assert.Equal("我们收到了您的申请", Assert.Single(status.History).Text);
        Assert.Equal("supplement withdraw correct", string.Join(' ', status.Can));
        var told = Assert.Single(raised.All);
        Assert.Equal(("received", "王小明", "13800138000"), (told.Event, told.Contact?.Name, told.Contact?.Phone));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Sent_twice_under_one_key_it_is_one_request_and_one_answer(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var intake = host.Get<RequestIntake>();
        var request = new NewRequest("legal-aid", Aid.Wages(), "kiosk");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => intake.SubmitAsync(request, "key-1", CancellationToken.None))));
        Assert.Single(answers.Select(answer => (answer.Value?.Number, answer.Value?.Code)).Distinct());
        Assert.Equal(1, await CountAsync<Request>(host));
        var other = await intake.SubmitAsync(request with { Answers = Aid.Wages(name: "李四") }, "key-1", CancellationToken.None);
        Assert.Equal("idempotency.mismatch", other.Failure?.Code);
        Assert.Equal("idempotency.key", (await intake.SubmitAsync(request, null, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_not_answered_whole_is_not_taken_in_and_says_what_is_wrong(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var bad = Aid.Wages().With("idNumber", AnswerJson.Of("150000198503120011"));
        bad.Remove("story");
        var failure = (await host.Get<RequestIntake>().SubmitAsync(new("legal-aid", bad), "k", CancellationToken.None)).Failure;
        Assert.Equal("request.incomplete", failure?.Code);
        var errors = Assert.IsAssignableFrom<IReadOnlyList<AnswerError>>(failure!.Details["errors"]);
        Assert.Equal("idNumber.checkDigit", Assert.Single(errors).Code);
        Assert.Equal("idNumber", failure.Details["question"]);
        Assert.Equal("service.unknown", (await host.Get<RequestIntake>().SubmitAsync(new("none", bad), "k", CancellationToken.None)).Failure?.Code);
        Assert.Equal(0, await CountAsync<AuditEntry>(host));
        // The key was not used up by a failure.
        Assert.True((await host.Get<RequestIntake>().SubmitAsync(new("legal-aid", Aid.Wages()), "k", CancellationToken.None)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task From_asking_to_the_end_every_change_has_its_line(StoreProvider provider)
    {
        var (host, raised) = await Aid.ListeningAsync(provider);
        await using var _ = host;
        var request = await host.SubmitAsync();
        await host.AskAsync(request);
        var asked = await host.LookupAsync(request);
        Assert.Equal("工资条或者考勤记录，没有的写个说明。", Assert.Single(asked.Asked).Text);
        Assert.Equal(DeadlineState.Suspended, asked.Deadlines.Single(deadline => deadline.Rule == "decide").State);
        Assert.Null(asked.Deadlines.Single(deadline => deadline.Rule == "decide").Due);
        host.Time.Advance(TimeSpan.FromDays(2));
        var file = await host.UploadAsync();
        var supplemented = await host.Get<CitizenRequests>().SupplementAsync(request.Number, request.Code, new(null, [new(file.Id, "evidence")], "只有这一张"), CancellationToken.None);
        Assert.Equal(RequestState.Supplemented, supplemented.Value?.State);
        Assert.Equal(file.Id, Assert.Single(supplemented.Value!.Attachments).Id);
        // Two days stood still; the end moves to the working day after the weekend of 4 December.
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 23, 59, 59, TimeSpan.FromHours(8)), supplemented.Value.Deadlines.Single(deadline => deadline.Rule == "decide").Due);
        await host.ActAsync(request, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        await host.ActAsync(request, (desk, action) => desk.AssignAsync(action, "张律师", CancellationToken.None), "电话 0000-1234567");
        await host.ActAsync(request, (desk, action) => desk.DoneAsync(action, CancellationToken.None), "调解成功，工钱已经付清。");
        var status = await host.LookupAsync(request);
        Assert.Equal("received incomplete supplemented accepted assigned done", string.Join(' ', status.History.Select(line => line.Event)));
        Assert.Equal((RequestState.Done, "张律师"), (status.State, status.Assignee));
        Assert.Equal("调解成功，工钱已经付清。", status.History[^1].Message);
        Assert.Equal([DeadlineState.Met, DeadlineState.Met], status.Deadlines.Where(deadline => deadline.Rule is "decide" or "assign").Select(deadline => deadline.State));
        Assert.Equal("received incomplete supplemented accepted assigned done", string.Join(' ', raised.All.Select(item => item.Event)));
        var actions = await host.Get<CaseworkStore>().ReadAsync(
            (context, token) => context.Set<AuditEntry>().Where(entry => entry.Subject == "request/" + request.Number && EF.Functions.Like(entry.Action, "request.%"))
                .OrderBy(entry => entry.Id).Select(entry => entry.Actor + " " + entry.Action).ToListAsync(token),
            CancellationToken.None);
        Assert.Equal("citizen request.received", actions[0]);
        Assert.Equal("staff/narisu request.done", actions[^1]);
        Assert.Equal(6, actions.Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_refusal_says_why_and_how_to_object_and_an_objection_is_decided(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        await host.RefuseAsync(request);
        var refused = await host.LookupAsync(request);
        Assert.Equal("第三十一条", Assert.Single(Assert.Single(refused.Reasons).Basis).Article);
        Assert.Contains("第四十九条", refused.HowToObject, StringComparison.Ordinal);
        Assert.Equal("object", Assert.Single(refused.Can));
        var objected = await host.Get<CitizenRequests>().ObjectAsync(request.Number, request.Code, "我是农民工，应该免予核查。", CancellationToken.None);
        Assert.Equal(RequestState.Objected, objected.Value?.State);
        Assert.Equal("objection", Assert.Single(objected.Value!.Deadlines, deadline => deadline.State == DeadlineState.Green).Rule);
        await host.ActAsync(request, (desk, action) => desk.DecideObjectionAsync(action, upheld: false, CancellationToken.None), "责令改正，给予法律援助。");
        Assert.Equal(RequestState.Accepted, (await host.LookupAsync(request)).State);
        Assert.Equal("request.state", (await host.Get<CitizenRequests>().ObjectAsync(request.Number, request.Code, "再来", CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_clerk_who_saw_an_old_version_is_told_what_changed(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        var desk = host.Get<RequestDesk>();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            desk.AcceptAsync(new(request.Number, 1, Actor.Staff($"clerk{i}")), CancellationToken.None))));
        Assert.Single(results, result => result.Succeeded);
        var failure = results.First(result => !result.Succeeded).Failure!;
        Assert.Equal("request.changed", failure.Code);
        var change = Assert.Single(Assert.IsAssignableFrom<IReadOnlyList<RequestChange>>(failure.Details["changes"]));
        Assert.Equal((2, "accepted"), (change.Version, change.Event));
        Assert.Equal(2, failure.Details["version"]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_clerk_who_opens_a_record_sees_all_and_is_written_down(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        var record = await host.RecordAsync(request);
        Assert.Contains(record.Review, line => line.Display == "王小明");
        Assert.Contains(record.Findings, finding => finding.Rule == "noHardshipCheck" && finding.Basis[0].Article == "第四十二条");
        var viewed = await host.Get<CaseworkStore>().ReadAsync(
            (context, token) => context.Set<AuditEntry>().SingleAsync(entry => entry.Action == "record.viewed", token), CancellationToken.None);
        Assert.Equal(("staff/narisu", "request/" + request.Number), (viewed.Actor, viewed.Subject));
        Assert.Equal("request.notFound", (await host.Get<RequestDesk>().GetAsync("R261125-000000-0", Aid.Clerk, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task No_personal_data_lie_open_in_the_store(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        await host.AskAsync(request);
        await using var context = host.Get<Func<CaseworkContext>>()();
        foreach (var table in context.Model.GetEntityTypes())
        {
            var rows = await context.Database.SqlQueryRaw<string>(
                provider == StoreProvider.PostgreSql
                    ? $"SELECT row_to_json(t)::text AS \"Value\" FROM \"{table.GetTableName()}\" t"
                    : $"SELECT {string.Join(" || '|' || ", table.GetProperties().Select(property => $"COALESCE(CAST(\"{property.GetColumnName()}\" AS TEXT), '')"))} AS \"Value\" FROM \"{table.GetTableName()}\"").ToListAsync();
            foreach (var secret in new[] { "王小明", "13800138000", Aid.IdOf(1), "八个月", "某某建筑", request.Code, "考勤记录" })
                Assert.DoesNotContain(rows, row => row.Contains(secret, StringComparison.Ordinal) || row.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)), StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_citizen_sees_and_corrects_his_data(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync();
        var citizen = host.Get<CitizenRequests>();
        var wrong = await citizen.CorrectAsync(request.Number, request.Code, One("phone", AnswerJson.Of("123")), CancellationToken.None);
        Assert.Equal("request.incomplete", wrong.Failure?.Code);
        Assert.True((await citizen.CorrectAsync(request.Number, request.Code, One("phone", AnswerJson.Of("13900139000")), CancellationToken.None)).Succeeded);
        var data = (await citizen.MyDataAsync(request.Number, request.Code, CancellationToken.None)).Value!;
        Assert.Equal("13900139000", data.Answers["phone"].GetString());
        Assert.Null(data.KeptUntil);
        var found = await host.Get<RequestList>().FindByPersonAsync("phone", "+86 139-0013-9000", Aid.Clerk, CancellationToken.None);
        Assert.Equal(request.Number, Assert.Single(found).Number);
        Assert.Empty(await host.Get<RequestList>().FindByPersonAsync("phone", "13800138000", Aid.Clerk, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Help_first_papers_later(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await host.SubmitAsync(Aid.Wages().With("limitDate", AnswerJson.Of(new DateOnly(2026, 11, 30))));
        await host.ActAsync(request, (desk, action) => desk.StartEarlyAsync(action, "张律师", CancellationToken.None), "距仲裁时效届满不足七日");
        var status = await host.LookupAsync(request);
        Assert.Equal((RequestState.Received, "张律师"), (status.State, status.Assignee));
        Assert.Contains(status.Deadlines, deadline => deadline is { Rule: "lateMaterials", State: DeadlineState.Green });
        var file = await host.UploadAsync();
        var later = await host.Get<CitizenRequests>().SupplementAsync(request.Number, request.Code, new(null, [new(file.Id)], null), CancellationToken.None);
        Assert.Equal(DeadlineState.Met, later.Value?.Deadlines.Single(deadline => deadline.Rule == "lateMaterials").State);
        Assert.Equal(RequestState.Received, later.Value?.State);
    }

    private static Dictionary<string, JsonElement> One(string field, JsonElement value) => new(StringComparer.Ordinal) { [field] = value };

    private static Task<int> CountAsync<T>(CaseworkHost host)
        where T : class => host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<T>().CountAsync(token), CancellationToken.None);
}
