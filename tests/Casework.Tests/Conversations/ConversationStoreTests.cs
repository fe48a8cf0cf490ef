using System.Text;
using LegalService.Casework.Conversations;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Support;

namespace LegalService.Casework.Tests.Conversations;

public sealed class ConversationStoreTests
{
    private const string Id = "c1";
    private const string Channel = "directline";
    private const string User = "dl_1";

    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_follows_the_numbers_misses_nothing_while_many_write(StoreProvider provider)
    {
        const int Writers = 8;
        const int Each = 10;
        await using var host = await StartAsync(provider);
        var store = host.Get<ConversationStore>();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var place = 0; place < Each; place++)
                await store.ReceiveAsync(Id, $"{writer}/{place}", null, None);
        })));
        var seen = new List<KeptActivity>();
        while (seen.Count < Writers * Each)
        {
            var isOver = writing.IsCompleted;
            var read = await store.ReadAsync(Id, seen.Count == 0 ? 0 : seen[^1].Sequence, 7, None);
            seen.AddRange(read!);
            Assert.True(read!.Count > 0 || !isOver, $"Only {seen.Count} were seen");
        }

        await writing;
        Assert.Equal(seen.Select(one => one.Sequence).Order(), seen.Select(one => one.Sequence));
        foreach (var writer in Enumerable.Range(0, Writers))
        {
            Assert.Equal(
                Enumerable.Range(0, Each).Select(place => $"{writer}/{place}"),
                seen.Select(one => one.Content).Where(content => content.StartsWith($"{writer}/", StringComparison.Ordinal)),
                StringComparer.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_sent_twice_at_once_is_kept_once(StoreProvider provider)
    {
        await using var host = await StartAsync(provider);
        var store = host.Get<ConversationStore>();
        var received = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => store.ReceiveAsync(Id, "同一句", "mark", None))));
        Assert.Single(received, one => one.Value!.IsNew);
        Assert.Single(received.Select(one => one.Value!.Sequence).Distinct());
        Assert.Single((await store.ReadAsync(Id, 0, 100, None))!);
    }

    [Fact]
    public async Task Two_servers_answer_a_message_once()
    {
        var connection = await PostgresServer.NewDatabaseAsync();
        await using var first = await StartAsync(StoreProvider.PostgreSql, connection);
        await using var second = await CaseworkHost.StartAsync(StoreProvider.PostgreSql, connection: connection);
        ConversationStore[] servers = [first.Get<ConversationStore>(), second.Get<ConversationStore>()];
        var sequence = (await servers[0].ReceiveAsync(Id, "问", null, None)).Value!.Sequence;

        // Both see it waiting before either answers.
        var waiting = await Task.WhenAll(servers.Select(server => server.NextWaitingAsync(Id, sequence, None)));
        var answers = await Task.WhenAll(servers.Select((server, place) =>
            server.AnswerAsync(Id, sequence, waiting[place]!.Memory with { Content = $"{place}" }, [$"答{place}"], None)));

        Assert.Single(answers, answer => answer.Succeeded);
        Assert.Single(answers, answer => answer.Failure?.Code == ConversationCodes.Answered);
        Assert.Equal(2, (await servers[0].ReadAsync(Id, 0, 10, None))!.Count);
        Assert.Null(await servers[1].NextWaitingAsync(Id, long.MaxValue, None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_answer_made_from_an_old_memory_is_refused_and_leaves_nothing(StoreProvider provider)
    {
        await using var host = await StartAsync(provider);
        var store = host.Get<ConversationStore>();
        var sequence = (await store.ReceiveAsync(Id, "问", null, None)).Value!.Sequence;
        var before = await store.RecallAsync(Id, None);
        Assert.True((await store.RememberAsync(Id, before with { Content = "新" }, None)).Succeeded);

        var answer = await store.AnswerAsync(Id, sequence, before with { Content = "旧" }, ["答"], None);

        Assert.Equal(ConversationCodes.Changed, answer.Failure?.Code);
        Assert.Equal("新", (await store.RecallAsync(Id, None)).Content);
        Assert.NotNull(await store.NextWaitingAsync(Id, sequence, None));
        Assert.Single((await store.ReadAsync(Id, 0, 10, None))!);
    }

    [Fact]
    public async Task What_is_remembered_is_forgotten_after_seven_days_and_what_was_said_after_ninety()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite);
        var store = host.Get<ConversationStore>();
        await store.AppendAsync(Id, ["话"], None);
        await store.RememberAsync(Id, new KeptMemory("半张表", 0), None);
        host.Time.Advance(TimeSpan.FromDays(6.9));
        Assert.Equal("半张表", (await store.RecallAsync(Id, None)).Content);
        host.Time.Advance(TimeSpan.FromDays(0.2));
        Assert.Null((await store.RecallAsync(Id, None)).Content);
        Assert.Equal(0, await store.RemoveOldAsync(None));
        Assert.Single((await store.ReadAsync(Id, 0, 10, None))!);
        host.Time.Advance(TimeSpan.FromDays(90));
        Assert.Equal(1, await store.RemoveOldAsync(None));
        Assert.Null(await store.ReadAsync(Id, 0, 10, None));
    }

    [Fact]
    public async Task Nothing_that_was_said_remembered_or_sent_stands_readable_in_the_file()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite);
        await host.Get<ConversationStore>().ReceiveAsync(Id, "张三的电话13800138000", "mark-13800138000", None);
        await host.Get<ConversationStore>().RememberAsync(Id, new KeptMemory("李四13900139000", 0), None);
        await host.Get<ConversationFiles>().KeepAsync(new KeptFile(Id, "image/png", "照片13700137000"u8.ToArray()), None);

        var bytes = string.Concat(Directory.GetFiles(host.Folder, "casework.db*").Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }));
        Assert.All(["13800138000", "13900139000", "13700137000", User], secret => Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_is_its_owners_alone_and_goes_with_all_that_belongs_to_it()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite);
        var store = host.Get<ConversationStore>();
        var file = (await host.Get<ConversationFiles>().KeepAsync(new KeptFile(Id, "image/png", new byte[] { 1 }), None)).Value!;
        Assert.True(await store.IsOfAsync(Id, Channel, User, None));
        Assert.False(await store.IsOfAsync(Id, Channel, "dl_2", None));
        Assert.False(await store.StartAsync(Id, Channel, "dl_2", None));

        await store.RemoveAsync(Id, None);

        Assert.Null(await host.Get<ConversationFiles>().FindAsync(file, None));
        Assert.Equal(ConversationCodes.NotFound, (await store.ReceiveAsync(Id, "问", null, None)).Failure?.Code);
    }

    [Fact]
    public async Task A_signature_is_good_for_its_use_and_text_only()
    {
        await using var host = await StartAsync(StoreProvider.Sqlite);
        var signer = host.Get<ConversationSigner>();
        var signature = signer.Sign("token", "a");
        Assert.True(signer.Verify("token", "a", signature));
        Assert.False(signer.Verify("token", "b", signature));
        Assert.False(signer.Verify("other", "a", signature));
        Assert.False(signer.Verify("token", "a", ""));
    }

    private static async Task<CaseworkHost> StartAsync(StoreProvider provider, string? connection = null)
    {
        var host = await CaseworkHost.StartAsync(provider, connection: connection);
        Assert.True(await host.Get<ConversationStore>().StartAsync(Id, Channel, User, None));
        return host;
    }
}
