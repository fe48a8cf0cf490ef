using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.LiveCorpus;

public sealed class IndexFolderTests
{
    [Fact]
    public async Task Folders_that_are_not_an_index_are_never_removed_from_the_index_folder()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["fulltext"]);
        await File.WriteAllTextAsync(folder["fulltext/keep.txt"], "not an index");
        Directory.CreateDirectory(folder["0123456789abcdef"]);

        await using var server = await LegalServer.StartAsync(("Knowledge:IndexFolder", folder.Path));

        Assert.True(File.Exists(folder["fulltext/keep.txt"]));
        await Eventually.ReadAsync(() => Task.FromResult(Directory.Exists(folder["0123456789abcdef"])), exists => !exists);
    }

    [Fact]
    public async Task An_index_that_was_built_before_is_used_again()
    {
        using var index = new TempFolder();
        using var corpus = new TempFolder();
        TempFolder.Copy(LegalServer.OwnCorpus, corpus.Path);
        (string, string)[] settings = [("Knowledge:IndexFolder", index.Path), ("Knowledge:Folders:0", corpus.Path)];
        await using (await LegalServer.StartAsync(settings))
        {
        }

        var built = Files(index);
        await using var server = await LegalServer.StartAsync(settings);

        Assert.NotEmpty(built);
        Assert.Equal(built, Files(index));
        Assert.Equal("answered", (await server.Client.AskAsync("邻居把水渠堵了怎么办")).Text("outcome"));
    }

    [Fact]
    public async Task An_index_that_was_deleted_is_built_again()
    {
        using var index = new TempFolder();
        using var corpus = new TempFolder();
        TempFolder.Copy(LegalServer.OwnCorpus, corpus.Path);
        (string, string)[] settings = [("Knowledge:IndexFolder", index.Path), ("Knowledge:Folders:0", corpus.Path)];
        await using (await LegalServer.StartAsync(settings))
        {
        }

        Directory.Delete(Assert.Single(Directory.GetDirectories(index.Path)), recursive: true);
        await using var server = await LegalServer.StartAsync(settings);

        Assert.Equal("answered", (await server.Client.AskAsync("邻居把水渠堵了怎么办")).Text("outcome"));
    }

    [Fact]
    public async Task An_index_that_was_damaged_is_built_again()
    {
        using var index = new TempFolder();
        using var corpus = new TempFolder();
        TempFolder.Copy(LegalServer.OwnCorpus, corpus.Path);
        (string, string)[] settings = [("Knowledge:IndexFolder", index.Path), ("Knowledge:Folders:0", corpus.Path)];
        await using (await LegalServer.StartAsync(settings))
        {
        }

        foreach (var file in Directory.GetFiles(index.Path, "*", SearchOption.AllDirectories))
            await File.WriteAllBytesAsync(file, []);
        await using var server = await LegalServer.StartAsync(settings);

        Assert.Equal("answered", (await server.Client.AskAsync("邻居把水渠堵了怎么办")).Text("outcome"));
    }

    private static List<(string Name, DateTime Written)> Files(TempFolder folder) =>
        [.. Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, File.GetLastWriteTimeUtc(file)))];
}
