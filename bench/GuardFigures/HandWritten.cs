using LegalService.Knowledge.Law;

namespace LegalService.GuardFigures;

/// <summary>Reads <c>sound-answers.txt</c> and <c>planted.txt</c>.</summary>
internal static class HandWritten
{
    public static IEnumerable<(string Question, IReadOnlyList<ArticleKey> Articles, string Answer)> Answers()
    {
        foreach (var block in Read("sound-answers.txt").Split("\n问：").Skip(1))
        {
            var parts = block.Split("\n据：", 2);
            var rest = parts[1].Split("\n答：", 2);
            yield return (parts[0].Trim(), [.. rest[0].Split('；').Select(Key)], rest[1].Trim());
        }
    }

    public static IReadOnlyList<string> Planted(string section) =>
        [.. Read("planted.txt").Split($"[{section}]\n", 2)[1].Split("\n[", 2)[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static ArticleKey Key(string text) => ArticleKey.TryParse(text, out var key) ? key : throw new InvalidDataException(text);

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
}
