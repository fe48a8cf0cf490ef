using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.LiveCorpus;

public sealed class CorpusChangeTests
{
    private const string Question = "邻居把水渠堵了怎么办";

    [Fact]
    public async Task A_changed_file_is_answered_from_without_a_restart()
    {
        await using var server = await LegalServer.StartAsync();
        Assert.Contains("三天内挖开", (await server.Client.AskAsync(Question)).Text("text"), StringComparison.Ordinal);

        await ReplaceAsync(server, "faq/水渠.md", "堵渠的人要在三天内挖开。", "堵渠的人要马上挖开，一天也不能等。");

        await Eventually.ReadAsync(
            () => server.Client.AskAsync(Question), answer => answer.Text("text").Contains("一天也不能等", StringComparison.Ordinal));
        Assert.Equal("Healthy", (await server.ReadHealthAsync()).Text("status"));
    }

    [Fact]
    public async Task A_new_file_is_answered_from_and_a_removed_one_no_longer()
    {
        await using var server = await LegalServer.StartAsync();
        var file = Path.Combine(server.Corpus, "statutes", "水车办法.md");

        await File.WriteAllTextAsync(
            file,
            "---\nlaw: 水车办法\ntitle: 水车办法\npassed: 2020-01-01\n---\n\n## 第一条 水车\n\n水车晚上不许转。\n\n问：\n- 水车晚上能不能转\n- 夜里水车太吵\n");
        await Eventually.ReadAsync(() => server.Client.AskAsync("水车办法第一条"), answer => answer.Text("outcome") == "article");

        File.Delete(file);
        await Eventually.ReadAsync(() => server.Client.AskAsync("《水车办法》第一条"), answer => answer.Text("outcome") == "no_such_law");
    }

    [Theory]
    [InlineData("answers/outcomes.yaml", "disclaimer:", "disclaimer: [")]
    [InlineData("answers/danger.yaml", "phrases:", "frases:")]
    [InlineData("answers/hotlines.yaml", "hotlines:", "- hotlines")]
    [InlineData("ranking/weights.yaml", "noteVote", "noSuchFeature")]
    public async Task A_change_that_breaks_the_whole_keeps_the_answers_from_before_and_shows_in_the_health(string file, string sound, string broken)
    {
        await using var server = await LegalServer.StartAsync();
        var before = await server.Client.AskAsync(Question);

        await ReplaceAsync(server, file, sound, broken);

        var health = await Eventually.ReadAsync(server.ReadHealthAsync, seen => seen.Text("status") == "Degraded");
        Assert.Contains(
            Path.GetFileName(file), health.GetProperty("checks").GetProperty("knowledge").Text("description"), StringComparison.Ordinal);
        Assert.Equal(before.GetRawText(), (await server.Client.AskAsync(Question)).GetRawText());
        using var ready = await server.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task A_broken_change_that_is_taken_back_heals_by_itself()
    {
        await using var server = await LegalServer.StartAsync();
        await ReplaceAsync(server, "answers/outcomes.yaml", "disclaimer:", "disclaimer: [");
        await Eventually.ReadAsync(server.ReadHealthAsync, seen => seen.Text("status") == "Degraded");

        await ReplaceAsync(server, "answers/outcomes.yaml", "disclaimer: [", "disclaimer:");

        await Eventually.ReadAsync(server.ReadHealthAsync, seen => seen.Text("status") == "Healthy");
    }

    [Fact]
    public async Task A_mistake_in_one_entry_costs_only_that_entry()
    {
        await using var server = await LegalServer.StartAsync();

        await ReplaceAsync(server, "faq/水渠.md", "依据：", "依 据：");

        await Eventually.ReadAsync(server.ReadHealthAsync, seen => seen.Text("status") == "Degraded");
        Assert.Equal("article", (await server.Client.AskAsync("水渠条例第四条")).Text("outcome"));
    }

    [Fact]
    public async Task Citizens_who_ask_while_the_corpus_changes_are_all_answered()
    {
        await using var server = await LegalServer.StartAsync();
        var changing = ChangeManyTimesAsync(server);
        var asked = 0;

        while (!changing.IsCompleted)
        {
            Assert.Equal("answered", (await server.Client.AskAsync(Question)).Text("outcome"));
            asked++;
        }

        await changing;
        Assert.True(asked > 0);
    }

    private static async Task ChangeManyTimesAsync(LegalServer server)
    {
        var corpus = (await server.ReadHealthAsync()).GetProperty("checks").GetProperty("knowledge").GetProperty("data").Text("corpus");
        for (var time = 1; time <= 5; time++)
        {
            await File.WriteAllTextAsync(Path.Combine(server.Corpus, "lexicon", $"新{time}.md"), "---\ntopic: 新\n---\n");
            var health = await Eventually.ReadAsync(
                server.ReadHealthAsync, seen => seen.GetProperty("checks").GetProperty("knowledge").GetProperty("data").Text("corpus") != corpus);
            corpus = health.GetProperty("checks").GetProperty("knowledge").GetProperty("data").Text("corpus");
        }
    }

    /// <summary>As an editor saves: the whole file at once.</summary>
    private static async Task ReplaceAsync(LegalServer server, string file, string from, string to)
    {
        var path = Path.Combine(server.Corpus, file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path + ".new", text.Replace(from, to, StringComparison.Ordinal));
        File.Move(path + ".new", path, overwrite: true);
    }
}
