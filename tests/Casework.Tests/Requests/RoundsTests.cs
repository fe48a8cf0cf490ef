using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Requests;

public sealed class RoundsTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_was_asked_and_does_not_answer_in_time_has_withdrawn(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var (silent, answering) = (await host.SubmitAsync(), await host.SubmitAsync(Aid.Wages(person: 2)));
        await host.AskAsync(silent);
        await host.AskAsync(answering);
        host.Time.SetUtcNow(new(2026, 12, 2, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.Equal(0, await host.Get<RequestRounds>().CountAsWithdrawnAsync(CancellationToken.None));
        Assert.True((await host.Get<CitizenRequests>().SupplementAsync(answering.Number, answering.Code, new(null, [], "没有工资条，有工友作证"), CancellationToken.None)).Succeeded);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await host.Get<RequestRounds>().CountAsWithdrawnAsync(CancellationToken.None));
        var status = await host.LookupAsync(silent);
        Assert.Equal(RequestState.Withdrawn, status.State);
        Assert.Contains("可以重新申请", status.History[^1].Message, StringComparison.Ordinal);
        Assert.Equal(RequestState.Supplemented, (await host.LookupAsync(answering)).State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_deadline_is_reminded_of_when_near_and_on_its_last_day_each_once_by_two_servers(StoreProvider provider)
    {
        var (host, raised) = await Aid.ListeningAsync(provider);
        await using var _ = host;
        var request = await host.SubmitAsync();
        var decided = await host.SubmitAsync(Aid.Wages(person: 2));
        await host.ActAsync(decided, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        raised.All.Clear();
        for (var day = 0; day < 8; day++)
        {
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => host.Get<RequestRounds>().RemindAsync(CancellationToken.None))));
            host.Time.Advance(TimeSpan.FromDays(1));
        }

        var decide = raised.All.Where(item => item.Deadline?.Rule == "decide").ToList();
        // 2 December less two days, and the day itself, at nine.
        Assert.Equal("deadline.near deadline.lastDay", string.Join(' ', decide.Select(item => item.Event)));
        Assert.All(decide, item => Assert.Equal(request.Number, item.Number));
        Assert.Equal([new(2026, 11, 30, 1, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 2, 1, 0, 0, TimeSpan.Zero)], decide.Select(item => item.At));
        Assert.Equal(2, raised.All.Count(item => item.Deadline?.Rule == "assign" && item.Number == decided.Number));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_limit_that_comes_near_lifts_a_request_in_the_queue(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var first = await host.SubmitAsync();
        host.Time.Advance(TimeSpan.FromHours(1));
        var limited = await host.SubmitAsync(Aid.Wages(person: 2).With("limitDate", AnswerJson.Of(new DateOnly(2027, 1, 20))));
        Assert.Equal([first.Number, limited.Number], await NumbersAsync(host));
        host.Time.SetUtcNow(new(2026, 12, 22, 8, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(2, await host.Get<RequestRounds>().SortAnewAsync(CancellationToken.None));
        Assert.Equal(0, await host.Get<RequestRounds>().SortAnewAsync(CancellationToken.None));
        Assert.Equal([limited.Number, first.Number], await NumbersAsync(host));
        // A clerk who has the record open is not told of a change: only its place changed.
        Assert.Equal(1, (await host.RecordAsync(limited)).Version);
        host.Time.SetUtcNow(new(2027, 1, 14, 8, 0, 0, TimeSpan.FromHours(8)));
        await host.Get<RequestRounds>().SortAnewAsync(CancellationToken.None);
        var line = (await host.Get<RequestList>().ListAsync(new() { Take = 1 }, CancellationToken.None)).Lines[0];
        Assert.Equal((0, "王**", "欠工钱，或者单位不认我是它的工人"), (line.Urgency, line.Person, line.MatterLabel));
        Assert.Contains(line.Findings, finding => finding.Rule == "limitNear" && finding.Basis[0].Article == "第四十四条");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_request_that_cannot_be_opened_does_not_keep_the_others_waiting(StoreProvider provider)
    {
        var (host, raised) = await Aid.ListeningAsync(provider);
        await using var _ = host;
        var broken = await host.SubmitAsync();
        var whole = await host.SubmitAsync(Aid.Wages(person: 2));
        await host.Get<CaseworkStore>().WriteAsync(
            (context, token) => context.Set<Request>().Where(request => request.Number == broken.Number)
                .ExecuteUpdateAsync(set => set.SetProperty(request => request.SealedPaper, new byte[] { 1, 2, 3 }), token),
            CancellationToken.None);
        raised.All.Clear();
        host.Time.SetUtcNow(new(2026, 12, 2, 12, 0, 0, TimeSpan.FromHours(8)));
        await host.Get<RequestRounds>().RunOnceAsync(CancellationToken.None);
        Assert.NotEmpty(raised.All);
        Assert.All(raised.All, item => Assert.Equal(whole.Number, item.Number));
    }

    private static async Task<string[]> NumbersAsync(CaseworkHost host) =>
        [.. (await host.Get<RequestList>().ListAsync(new() { States = [RequestState.Received] }, CancellationToken.None)).Lines.Select(line => line.Number)];
}
