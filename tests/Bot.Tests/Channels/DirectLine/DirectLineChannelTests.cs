using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Channels.DirectLine;
using LegalService.Bot.Tests.Support;
using LegalService.Bot.Turns;
using LegalService.Casework.Conversations;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Bot.Tests.Channels.DirectLine;

public sealed class DirectLineChannelTests(BotHost host) : IClassFixture<BotHost>
{
    private const string Canal = "邻居把水渠堵了怎么办";
    private const string User = "dl_1";

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_sent_at_once_are_each_answered_once_and_in_their_order(bool onTwoServers)
    {
        var connection = onTwoServers ? await PostgresServer.NewDatabaseAsync() : null;
        var first = await BotHost.StartAsync(connection);
        var second = onTwoServers ? await BotHost.StartAsync(connection) : first;
        DirectLineChannel[] servers = [first.Get<DirectLineChannel>(), second.Get<DirectLineChannel>()];
        var (conversation, caller) = await OpenAsync(servers[0]);

        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(place => Task.Run(
            () => servers[place % 2].PostAsync(conversation, caller, Message(Canal, mark: $"{place % 6}"), None))));

        var said = (await servers[1].ReadAsync(conversation, null, None)).Value!.Activities;
        var asked = said.Where(activity => activity.From!.Role == RoleTypes.User).Select(activity => activity.Id).ToList();
        Assert.Equal(6, asked.Count);
        Assert.Equal(asked.Order(), ids.Select(id => id.Value).Distinct().Order());
        Assert.Equal(asked, said.Where(activity => activity.ReplyToId is not null && activity.Entities is not null).Select(activity => activity.ReplyToId));
        await first.DisposeAsync();
        if (onTwoServers)
            await second.DisposeAsync();
    }

    [Fact]
    public async Task What_a_killed_server_left_unanswered_is_answered_when_the_citizen_goes_on()
    {
        var channel = host.Get<DirectLineChannel>();
        var (conversation, caller) = await OpenAsync(channel);
        var left = Message(Canal) with { From = new ChannelAccount(User) { Role = RoleTypes.User }, Conversation = new ConversationAccount(conversation) };
        await host.Get<ConversationStore>().ReceiveAsync(conversation, ActivityJson.Write(left), "left", None);

        await channel.PostAsync(conversation, caller, Message("谢谢"), None);

        var answers = (await channel.ReadAsync(conversation, "2", None)).Value!.Activities.Where(activity => activity.ReplyToId is not null).ToList();
        Assert.Contains("三天内挖开", answers[0].Text, StringComparison.Ordinal);
        Assert.Contains("不客气", answers[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_speaks_for_another_or_for_the_bot()
    {
        var channel = host.Get<DirectLineChannel>();
        var (conversation, caller) = await OpenAsync(channel);
        foreach (var name in new[] { "dl_2", "legal-service" })
            Assert.Equal(DirectLineFailure.BadSender, (await channel.PostAsync(conversation, caller, Message("话") with { From = new ChannelAccount(name) }, None)).Failure);
        var free = caller with { User = null };
        Assert.Equal(DirectLineFailure.BadSender, (await channel.PostAsync(conversation, free, Message("话") with { From = new ChannelAccount("dl_1") }, None)).Failure);
        var posted = await channel.PostAsync(conversation, caller, Message("谢谢") with { From = new ChannelAccount(User) { Role = RoleTypes.Bot } }, None);
        var kept = (await channel.ReadAsync(conversation, null, None)).Value!.Activities.Single(activity => activity.Id == posted.Value);
        Assert.Equal(RoleTypes.User, kept.From!.Role);
    }

    [Fact]
    public async Task A_stream_brings_what_is_said_and_shows_that_it_is_alive()
    {
        var quick = await BotHost.StartAsync(configure: services => services.Configure<DirectLineOptions>(
            options => (options.LookEveryMilliseconds, options.KeepAliveSeconds) = (300, 1)));
        var channel = quick.Get<DirectLineChannel>();
        var (conversation, caller) = await OpenAsync(channel);
        await using var stream = channel.StreamAsync(conversation, "", None).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync());
        Assert.Contains("您好", stream.Current!.Activities[0].Text, StringComparison.Ordinal);
        Assert.True(await stream.MoveNextAsync());
        Assert.Null(stream.Current);

        var posting = channel.PostAsync(conversation, caller, Message(Canal), None);
        var said = new List<Activity>();
        while (said.Count < 2 && await stream.MoveNextAsync())
            said.AddRange(stream.Current?.Activities ?? []);
        await posting;

        Assert.Equal(Canal, said[0].Text);
        Assert.Equal(said[0].Id, said[1].ReplyToId);
        await quick.Get<ConversationStore>().RemoveAsync(conversation, None);
        while (await stream.MoveNextAsync())
            Assert.Null(stream.Current);
        await quick.DisposeAsync();
    }

    [Fact]
    public async Task A_broken_turn_is_not_remembered_and_the_next_one_goes_on()
    {
        var broken = await BotHost.StartAsync(configure: services => services.AddSingleton<IBot, BreakingBot>());
        var channel = broken.Get<DirectLineChannel>();
        var (conversation, caller) = await OpenAsync(channel);
        await channel.PostAsync(conversation, caller, Message("断"), None);
        Assert.Null((await broken.Get<ConversationStore>().RecallAsync(conversation, None)).Content);
        var said = (await channel.ReadAsync(conversation, null, None)).Value!.Activities;
        Assert.Contains("12348", said[^1].Text, StringComparison.Ordinal);
        await broken.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_is_Markdown_that_leads_to_its_claims_and_keeps_its_plain_text()
    {
        var channel = host.Get<DirectLineChannel>();
        var (conversation, caller) = await OpenAsync(channel);
        var posted = await channel.PostAsync(conversation, caller, Message(Canal), None);
        var answer = (await channel.ReadAsync(conversation, null, None)).Value!.Activities.Single(activity => activity.ReplyToId == posted.Value);
        Assert.Equal(TextFormats.Markdown, answer.TextFormat);
        Assert.Contains("[1]: cite:1 \"《水渠条例》第四条\"", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cite:", answer.Speak, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watermarks_and_users_that_are_none_are_refused()
    {
        var channel = host.Get<DirectLineChannel>();
        var (conversation, _) = await OpenAsync(channel);
        Assert.Equal(DirectLineFailure.BadWatermark, (await channel.ReadAsync(conversation, "-1", None)).Failure);
        Assert.Equal(DirectLineFailure.BadWatermark, (await channel.ReadAsync(conversation, "x", None)).Failure);
        Assert.Equal(DirectLineFailure.NoConversation, (await channel.ReadAsync("none", null, None)).Failure);
        Assert.Equal(DirectLineFailure.BadUser, channel.Generate("somebody").Failure);
        Assert.Equal(DirectLineFailure.NoConversation, (await channel.ResumeAsync(conversation, "dl_2", None)).Failure);
    }

    private static async Task<(string Conversation, DirectLineCaller Caller)> OpenAsync(DirectLineChannel channel)
    {
        var given = channel.Generate(User).Value!;
        var caller = new DirectLineCaller(given.ConversationId, User);
        Assert.True((await channel.StartAsync(caller, null, None)).Value!.IsNew);
        Assert.False((await channel.StartAsync(caller, null, None)).Value!.IsNew);
        return (given.ConversationId, caller);
    }

    private static Activity Message(string text, string? mark = null) => Activity.Message(text) with
    {
        ChannelData = mark is null ? null : JsonSerializer.SerializeToElement(new { clientActivityID = mark }),
    };

    private sealed class BreakingBot : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Type != ActivityTypes.Message)
                return Task.CompletedTask;
            turnContext.TurnState.Get<Bot.Conversations.ConversationMemory>()!.Recent = [new("半", "Answered", [])];
            throw new InvalidOperationException("broken");
        }
    }
}
