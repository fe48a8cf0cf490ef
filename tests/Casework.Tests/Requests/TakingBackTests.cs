using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Casework.Audit;
using LegalService.Casework.Notifications;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Notifications;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Tests.Requests;

/// <summary>A clerk pressed the wrong button.</summary>
public sealed class TakingBackTests
{
    private static readonly IReadOnlyList<RefusalReason> Reasons = [new("不属于援助范围。", [new LegalBasis("法律援助法", "第四十三条")])];

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_refusal_that_was_taken_back_never_happened_for_the_citizen(StoreProvider provider)
    {
        var channel = new TestChannel();
        await using var host = await NotificationHost.StartAsync(provider, channel);
        var request = await host.SubmitAsync();
        var before = await host.LookupAsync(request);
        await host.ActAsync(request, (desk, action) => desk.RefuseAsync(action, Reasons, CancellationToken.None));
        await host.ActAsync(request, (desk, action) => desk.TakeBackAsync(action, CancellationToken.None));

        host.Time.Advance(TimeSpan.FromHours(1));
        await host.DispatchAsync();

        var after = await host.LookupAsync(request);
        Assert.Equal((RequestState.Received, before.History.Count), (after.State, after.History.Count));
        Assert.Equal(before.Deadlines.Select(line => (line.Name, line.Due, line.State)), after.Deadlines.Select(line => (line.Name, line.Due, line.State)));
        var told = await host.ListAsync($"request/{request.Number}");
        Assert.Equal(NotificationState.Cancelled, told.Single(row => row.Kind == NotificationKinds.RequestRefused).State);
        Assert.Equal(["received", "refused", "takenBack"], (await host.RecordAsync(request)).Steps.Select(step => step.Event));
    }

    [Fact]
    public async Task Who_was_named_before_helps_again()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync();
        await host.ActAsync(request, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        await host.ActAsync(request, (desk, action) => desk.AssignAsync(action, "白律师", CancellationToken.None));
        await host.ActAsync(request, (desk, action) => desk.AssignAsync(action, "黑律师", CancellationToken.None));
        await host.ActAsync(request, (desk, action) => desk.TakeBackAsync(action, CancellationToken.None));

        Assert.Equal("白律师", (await host.RecordAsync(request)).Assignee);
    }

    [Fact]
    public async Task He_is_asked_once_again_when_the_first_asking_was_taken_back()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync();
        await host.AskAsync(request);
        await host.ActAsync(request, (desk, action) => desk.TakeBackAsync(action, CancellationToken.None));
        await host.AskAsync(request);

        Assert.Equal(RequestState.Incomplete, (await host.RecordAsync(request)).State);
    }

    [Fact]
    public async Task It_is_too_late_when_the_citizen_may_have_been_told()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync();
        await host.ActAsync(request, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("request.told", await TakeBackAsync(host, request, Aid.Clerk, 2));
        Assert.Null((await host.RecordAsync(request)).TakeBackUntil);
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_clerk_or_the_citizen_did()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await host.SubmitAsync();
        Assert.Equal("request.told", await TakeBackAsync(host, request, Aid.Clerk, 1));
        await host.ActAsync(request, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        Assert.Equal("request.told", await TakeBackAsync(host, request, Actor.Staff("bai"), 2));
        await host.ActAsync(request, (desk, action) => desk.NoteAsync(action with { Note = "电话问过。" }, CancellationToken.None));
        Assert.Equal("request.changed", await TakeBackAsync(host, request, Aid.Clerk, 2));
    }

    [Property(MaxTest = 200)]
    public Property What_stands_is_what_was_not_taken_back() => Prop.ForAll(
        Gen.ListOf(Gen.Elements(true, true, false)).ToArbitrary(),
        pressed =>
        {
            var steps = new List<RequestStep> { StepOf(1, CaseEvents.Received) };
            var expected = new Stack<int>([1]);
            foreach (var isAct in pressed)
            {
                var sequence = steps.Count + 1;
                // Only a step that was just made is taken back.
                var takesBack = !isAct && steps[^1].Event == CaseEvents.Assigned;
                steps.Add(StepOf(sequence, takesBack ? RequestMachine.TakenBack : CaseEvents.Assigned));
                if (takesBack)
                    expected.Pop();
                else
                    expected.Push(sequence);
            }

            return TakingBack.Standing(steps).Select(step => step.Sequence).SequenceEqual(expected.Reverse());
        });

    private static async Task<string?> TakeBackAsync(CaseworkHost host, SubmittedRequest request, Actor by, int version) =>
        (await host.Get<RequestDesk>().TakeBackAsync(new(request.Number, version, by), CancellationToken.None)).Failure?.Code;

    private static RequestStep StepOf(int sequence, string name) => new()
    {
        RequestId = Guid.Empty,
        Sequence = sequence,
        At = DateTimeOffset.UnixEpoch,
        Actor = "staff/x",
        Event = name,
        From = null,
        To = RequestState.Assigned,
    };
}
