using System.Text.Json;
using LegalService.Casework.Dispatches;
using LegalService.Casework.Notifications;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Dispatches;

/// <summary>点单, 派单, 接单: the shipped village adviser, with the example county's volunteers.</summary>
public sealed class DispatchTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_order_is_given_out_taken_carried_out_and_the_citizen_reads_what_was_done(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await AcceptedAsync(host, "mongolian");
        var suggested = await host.Get<DispatchDesk>().SuggestAsync(request.Number, CancellationToken.None);
        Assert.Equal(["adviser-north", "adviser-county", "adviser-south"], suggested.Select(one => one.Id));
        Assert.Contains("就在当地", suggested[0].Reasons);
        Assert.Contains("不会申请人要的语言", suggested[2].Reasons);
        await OfferAsync(host, request, "adviser-north");

        var code = await CodeAsync(host, request, 1);
        var orders = host.Get<VolunteerOrders>();
        var seen = (await orders.OpenAsync(request.Number, code, CancellationToken.None)).Value!;
        Assert.DoesNotContain(seen.Lines, line => line.Display.Contains("13800138000", StringComparison.Ordinal) || line.Display.Contains("巴特尔", StringComparison.Ordinal));
        var taken = (await orders.TakeAsync(request.Number, code, CancellationToken.None)).Value!;
        Assert.Contains(taken.Lines, line => line.Display == "13800138000");
        Assert.Equal((RequestState.Assigned, "白音（示例北苏木法律顾问）"), await StandAsync(host, request));

        Assert.Equal("text.required", (await orders.FinishAsync(request.Number, code, " ", CancellationToken.None)).Failure?.Code);
        await orders.FinishAsync(request.Number, code, "看了合同，第五条要改，改好再签。", CancellationToken.None);
        Assert.Contains((await host.LookupAsync(request)).History, line => line is { Event: CaseEvents.Done, Message: "看了合同，第五条要改，改好再签。" });
        Assert.Equal(new OrderCounts(0, 1, 0), (await host.Get<DispatchDesk>().CountsAsync(CancellationToken.None))["adviser-north"]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_declines_or_is_silent_is_followed_by_the_next_one_until_nobody_is_left(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await AcceptedAsync(host, "chinese");
        await OfferAsync(host, request, "adviser-north");
        var orders = host.Get<VolunteerOrders>();
        var first = await CodeAsync(host, request, 1);
        Assert.Equal("order.reason", (await orders.DeclineAsync(request.Number, first, "不想去", CancellationToken.None)).Failure?.Code);
        await orders.DeclineAsync(request.Number, first, "路太远", CancellationToken.None);

        var lines = await host.Get<DispatchDesk>().OfAsync(request.Number, CancellationToken.None);
        Assert.Equal([("adviser-north", DispatchState.Declined), ("adviser-county", DispatchState.Offered)], lines.Select(line => (line.Volunteer, line.State)));
        Assert.Equal("order.notFound", (await orders.OpenAsync(request.Number, first, CancellationToken.None)).Failure?.Code);

        host.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal("order.state", (await orders.TakeAsync(request.Number, await CodeAsync(host, request, 2), CancellationToken.None)).Failure?.Code);
        await host.Get<DispatchRounds>().RunOnceAsync(CancellationToken.None);
        await host.Get<DispatchDesk>().DeclinedAsync(request.Number, "语言不通", Aid.Clerk, CancellationToken.None);

        lines = await host.Get<DispatchDesk>().OfAsync(request.Number, CancellationToken.None);
        Assert.Equal([DispatchState.Declined, DispatchState.Expired, DispatchState.Declined], lines.Select(line => line.State));
        var waiting = Assert.Single(await host.Get<DispatchDesk>().WaitingAsync(CancellationToken.None));
        Assert.Equal((request.Number, 3), (waiting.Number, waiting.Asked));
        Assert.DoesNotContain((await host.LookupAsync(request)).History, line => line.Message?.Contains("路太远", StringComparison.Ordinal) is true);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_order_that_is_open_is_not_given_out_twice_and_ends_with_its_request(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await AcceptedAsync(host, "chinese");
        await OfferAsync(host, request, "adviser-south");

        Assert.Equal("order.open", (await TryAsync(host, request, "adviser-north")).Failure?.Code);
        await host.Get<CitizenRequests>().WithdrawAsync(request.Number, request.Code, CancellationToken.None);

        Assert.Equal(DispatchState.Cancelled, Assert.Single(await host.Get<DispatchDesk>().OfAsync(request.Number, CancellationToken.None)).State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_replaced_reads_no_more_of_it(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = await AcceptedAsync(host, "chinese");
        await OfferAsync(host, request, "adviser-north");
        var code = await CodeAsync(host, request, 1);
        await host.Get<VolunteerOrders>().TakeAsync(request.Number, code, CancellationToken.None);

        await host.ActAsync(request, (desk, action) => desk.AssignAsync(action, "另一位律师", CancellationToken.None));

        var seen = (await host.Get<VolunteerOrders>().OpenAsync(request.Number, code, CancellationToken.None)).Value!;
        Assert.Equal(DispatchState.Cancelled, seen.State);
        Assert.Empty(seen.Lines);
        Assert.Equal("order.state", (await host.Get<VolunteerOrders>().FinishAsync(request.Number, code, "办了。", CancellationToken.None)).Failure?.Code);
    }

    [Fact]
    public async Task An_order_that_a_clerk_took_for_a_volunteer_and_took_back_is_open_again()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var request = await AcceptedAsync(host, "chinese");
        await OfferAsync(host, request, "adviser-north");
        await host.Get<DispatchDesk>().TakenAsync(request.Number, Aid.Clerk, CancellationToken.None);
        Assert.Equal(RequestState.Assigned, (await host.RecordAsync(request)).State);

        await host.ActAsync(request, (desk, action) => desk.TakeBackAsync(action, CancellationToken.None));

        Assert.Equal(RequestState.Accepted, (await host.RecordAsync(request)).State);
        Assert.Equal(DispatchState.Offered, Assert.Single(await host.Get<DispatchDesk>().OfAsync(request.Number, CancellationToken.None)).State);
    }

    [Fact]
    public async Task Only_services_of_the_settings_are_given_out_to_those_who_take_them()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var aid = await host.SubmitAsync();
        await host.ActAsync(aid, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        var adviser = await AcceptedAsync(host, "chinese");

        Assert.Equal("order.service", (await TryAsync(host, aid, "adviser-north")).Failure?.Code);
        Assert.Equal("order.volunteer", (await TryAsync(host, adviser, "lecturer")).Failure?.Code);
    }

    private static async Task<SubmittedRequest> AcceptedAsync(CaseworkHost host, string language)
    {
        var sent = await host.Get<RequestIntake>().SubmitAsync(new("village-adviser", Answers(language)), Guid.NewGuid().ToString(), CancellationToken.None);
        Assert.True(sent.Succeeded, sent.Failure?.Message);
        await host.ActAsync(sent.Value, (desk, action) => desk.AcceptAsync(action, CancellationToken.None));
        return sent.Value;
    }

    private static Dictionary<string, JsonElement> Answers(string language) => new(StringComparer.Ordinal)
    {
        ["who"] = AnswerJson.Of("person"),
        ["matter"] = AnswerJson.Of("contract"),
        ["story"] = AnswerJson.Of("签草场流转合同，想请人看一看。"),
        ["opponentName"] = AnswerJson.Skipped,
        ["papers"] = AnswerJson.Skipped,
        ["address"] = JsonSerializer.SerializeToElement(new { township = "示例北苏木", village = "示例嘎查" }),
        ["way"] = AnswerJson.Of("phone"),
        ["language"] = AnswerJson.Of(language),
        ["name"] = AnswerJson.Of("巴特尔"),
        ["phone"] = AnswerJson.Of("13800138000"),
        ["consent"] = AnswerJson.Of(true),
    };

    private static async Task OfferAsync(CaseworkHost host, SubmittedRequest request, string volunteer)
    {
        var offered = await TryAsync(host, request, volunteer);
        Assert.True(offered.Succeeded, offered.Failure?.Code);
    }

    private static async Task<Result<int>> TryAsync(CaseworkHost host, SubmittedRequest request, string volunteer) =>
        await host.Get<DispatchDesk>().OfferAsync(new(request.Number, (await host.RecordAsync(request)).Version, Aid.Clerk), volunteer, CancellationToken.None);

    private static async Task<(RequestState State, string? Assignee)> StandAsync(CaseworkHost host, SubmittedRequest request)
    {
        var record = await host.RecordAsync(request);
        return (record.State, record.Assignee);
    }

    /// <summary>The code in the message that was sent to the volunteer.</summary>
    private static async Task<string> CodeAsync(CaseworkHost host, SubmittedRequest request, int round)
    {
        var message = await host.Get<CaseworkStore>().ReadAsync(
            (context, token) => context.Set<OutboxMessage>().SingleAsync(row => row.Subject == $"order/{request.Number}/{round}", token), CancellationToken.None);
        return JsonSerializer.Deserialize<OutboxContent>(host.Get<Sealer>().Open(message.Content!, OutboxMessage.Place(message.Id)))!.Values["code"];
    }
}
