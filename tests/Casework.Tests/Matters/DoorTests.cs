using LegalService.Casework.Matters;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Tests.Requests;
using LegalService.Casework.Tests.Store;

namespace LegalService.Casework.Tests.Matters;

public sealed class DoorTests
{
    private const string Own = "13800138000";
    private const string Unknown = "13900139000";

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task A_code_goes_to_the_phone_and_opens_once(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await host.SubmitAsync(Aid.Wages(phone: Own));

        Assert.True((await host.AskCodeAsync("+86 138-0013-8000")).Succeeded);
        var (to, code, _) = Assert.Single(await host.CodesAsync());
        var entries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.EnterAsync(Own, code)));

        Assert.Equal(Own, to);
        Assert.Single(entries, entry => entry.Succeeded);
        Assert.All(entries.Where(entry => !entry.Succeeded), entry => Assert.Equal("code.wrong", entry.Failure?.Code));
        Assert.Equal("code.wrong", (await host.EnterAsync(Own, code)).Failure?.Code);
    }

    [Fact]
    public async Task A_phone_that_nothing_belongs_to_gets_the_same_answers_and_no_message()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await host.SubmitAsync(Aid.Wages(phone: Own));

        foreach (var phone in new[] { Own, Unknown })
        {
            for (var asked = 0; asked < 3; asked++)
                Assert.True((await host.AskCodeAsync(phone)).Succeeded);
            Assert.Equal("code.tooMany", (await host.AskCodeAsync(phone)).Failure?.Code);
            Assert.Equal("code.wrong", (await host.EnterAsync(phone, "000000x")).Failure?.Code);
        }

        Assert.All(await host.CodesAsync(), code => Assert.Equal(Own, code.To));
        Assert.Equal(3, (await host.CodesAsync()).Count);
    }

    [Theory]
    [InlineData("0479-3561234")]
    [InlineData("12345")]
    [InlineData("")]
    public async Task What_cannot_take_a_message_is_refused(string phone)
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);

        Assert.Equal("phone.invalid", (await host.AskCodeAsync(phone)).Failure?.Code);
        Assert.Equal("code.wrong", (await host.EnterAsync(phone, "123456")).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task After_five_wrong_tries_at_once_or_not_even_the_right_code_opens_nothing(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        await host.SubmitAsync(Aid.Wages(phone: Own));
        await host.AskCodeAsync(Own);
        var code = (await host.CodesAsync())[^1].Code;
        var wrong = code == "111111" ? "222222" : "111111";

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.EnterAsync(Own, wrong)));

        Assert.Equal("code.wrong", (await host.EnterAsync(Own, code)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task Codes_that_are_asked_for_at_once_are_counted_one_by_one(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);

        var asked = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.AskCodeAsync(Unknown)));

        Assert.All(asked, each => Assert.True(each.Succeeded));
        Assert.Equal("code.tooMany", (await host.AskCodeAsync(Unknown)).Failure?.Code);
        Assert.Equal("code.wrong", (await host.EnterAsync(Unknown, "\ud800１２３４５６")).Failure?.Code);
    }

    [Fact]
    public async Task An_old_code_opens_nothing_and_a_new_one_takes_the_place_of_the_one_before()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await host.SubmitAsync(Aid.Wages(phone: Own));
        await host.AskCodeAsync(Own);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.AskCodeAsync(Own);
        var codes = await host.CodesAsync();

        if (codes[0].Code != codes[1].Code)
            Assert.Equal("code.wrong", (await host.EnterAsync(Own, codes[0].Code)).Failure?.Code);
        host.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("code.wrong", (await host.EnterAsync(Own, codes[1].Code)).Failure?.Code);
    }

    [Fact]
    public async Task A_session_lasts_while_it_is_used_and_ends_untouched_or_signed_out()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await host.SubmitAsync(Aid.Wages(phone: Own));
        var session = await host.SignInAsync(Own);
        for (var minutes = 0; minutes < 60; minutes += 15)
        {
            host.Time.Advance(TimeSpan.FromMinutes(15));
            Assert.NotNull(await host.AgainAsync(session));
        }

        host.Time.Advance(TimeSpan.FromMinutes(21));
        Assert.Null(await host.AgainAsync(session));
        var second = await host.SignInAsync(Own);
        await host.Get<MatterDoor>().LeaveAsync(second.Token, CancellationToken.None);
        Assert.Null(await host.AgainAsync(second));
        Assert.Null(await host.Get<MatterDoor>().FindAsync(new string('A', 43), CancellationToken.None));
    }

    [Fact]
    public async Task Number_and_code_open_their_request_and_no_other()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var (own, other) = (await host.SubmitAsync(Aid.Wages(phone: Own)), await host.SubmitAsync(Aid.Wages(phone: Own, opponent: "另一家公司")));
        var door = host.Get<MatterDoor>();

        Assert.Equal("request.notFound", (await door.EnterByCodeAsync(own.Number, other.Code, CancellationToken.None)).Failure?.Code);
        var session = (await door.EnterByCodeAsync(own.Number, own.Code, CancellationToken.None)).Value!;

        var seen = Assert.Single((await host.Get<MatterDesk>().ListAsync(session, CancellationToken.None)).Requests);
        Assert.Equal((own.Number, true), (seen.Status.Number, seen.IsOpen));
        Assert.Equal("request.notFound", (await host.Get<MatterDesk>().FindAsync(session, other.Number, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(StoreTests.Stores), MemberType = typeof(StoreTests))]
    public async Task A_link_from_a_conversation_opens_what_the_conversation_follows_once_and_soon(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var door = host.Get<MatterDoor>();
        var (followed, other) = (await host.SubmitAsync(Aid.Wages(phone: Own)), await host.SubmitAsync(Aid.Wages(phone: Own, opponent: "另一家公司")));
        await host.Get<ChannelLinks>().FollowAsync($"request/{followed.Number}", "wechat", "openid-1", CancellationToken.None);

        var link = await door.LinkAsync("wechat", "openid-1", CancellationToken.None);
        var entries = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => door.EnterByLinkAsync(link!, CancellationToken.None)));

        var session = Assert.Single(entries, entry => entry.Succeeded).Value!;
        var list = await host.Get<MatterDesk>().ListAsync(session, CancellationToken.None);
        Assert.Equal((followed.Number, true), (Assert.Single(list.Requests).Status.Number, list.Requests[0].IsOpen));
        Assert.Equal("request.notFound", (await host.Get<MatterDesk>().FindAsync(session, other.Number, CancellationToken.None)).Failure?.Code);
        var late = await door.LinkAsync("wechat", "openid-1", CancellationToken.None);
        Assert.Null(await door.LinkAsync("wechat", "openid-2", CancellationToken.None));
        host.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("link.old", (await door.EnterByLinkAsync(late!, CancellationToken.None)).Failure?.Code);
    }
}
