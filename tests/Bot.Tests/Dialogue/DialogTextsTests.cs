using LegalService.Bot.Dialogue.Texts;

namespace LegalService.Bot.Tests.Dialogue;

public sealed class DialogTextsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legalservice-dialogs-");

    private static string Shipped => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpus", "answers", "dialogs.yaml"));

    [Theory]
    [InlineData("  sent: 交上去了，我们已经收到。\n", "", "texts 里的 sent 没有写")]
    [InlineData("  sent: 交上去了，我们已经收到。\n", "  sent: ''\n", "sent 没有写")]
    [InlineData("  submit: 提交\n", "  submit: 提交\n  typo: 错\n", "buttons 里不认识 typo")]
    [InlineData("mostTimes: 5", "mostTimes: 500", "mostTimes 要在 1 到 12 之间")]
    [InlineData("  - 'change (my )?{field}'\n", "  - 'change it'\n", "corrections 里要有 {field}")]
    [InlineData("clock: '", "clock: '(", "正则表达式写错了")]
    [InlineData("mostTries: 4", "mostTries: [", "answers/dialogs.yaml(")]
    public void A_mistake_in_the_file_is_named(string right, string wrong, string fault)
    {
        Assert.Contains(right, Shipped, StringComparison.Ordinal);
        Write(Shipped.Replace(right, wrong, StringComparison.Ordinal));

        var mistake = Assert.Throws<InvalidDataException>(() => DialogTextsReader.Read(_folder.FullName));

        Assert.Contains(fault, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("answers/dialogs.yaml", Assert.Throws<InvalidDataException>(() => DialogTextsReader.Read(_folder.FullName)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(nameof(Command.Later), "等会再填")]
    [InlineData(nameof(Command.Later), "我先忙去了")]
    [InlineData(nameof(Command.Stop), "不填了，太麻烦")]
    [InlineData(nameof(Command.Back), "刚才填错了")]
    [InlineData(nameof(Command.Back), "回到上一题")]
    [InlineData(nameof(Command.Help), "这是啥意思呀？")]
    [InlineData(nameof(Command.Yes), "嗯嗯")]
    [InlineData(nameof(Command.Yes), "好的吧")]
    [InlineData(nameof(Command.No), "不用了")]
    [InlineData(nameof(Command.Submit), "都对，提交吧")]
    [InlineData(nameof(Command.Earliest), "越早越好")]
    [InlineData(nameof(Command.Lost), "回执找不到了")]
    public void Commands_are_heard_as_people_say_them(string command, string said)
    {
        Write(Shipped);
        Assert.True(DialogTextsReader.Read(_folder.FullName).Means(Enum.Parse<Command>(command), said));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("answers").FullName, "dialogs.yaml"), text);
}
