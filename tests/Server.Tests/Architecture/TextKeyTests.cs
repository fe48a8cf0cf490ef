using System.Text.RegularExpressions;
using LegalService.Interviews.Languages;

namespace LegalService.Server.Tests.Architecture;

public sealed partial class TextKeyTests
{
    private static readonly TextCatalog Texts = TextCatalog.Load(Path.Combine(Repository.Root, "corpus", "texts"));

    [Fact]
    public void Every_text_that_code_asks_for_is_there_in_Chinese()
    {
        var keys = Texts.Keys.ToHashSet(StringComparer.Ordinal);

        // A key put together at run time, T[$"state.{name}"], must at least begin as one does.
        var missing = Sources().SelectMany(file => Asked().Matches(File.ReadAllText(file))
            .Where(match => match.Groups["open"].Success ? !keys.Any(key => key.StartsWith(match.Groups["key"].Value, StringComparison.Ordinal)) : !keys.Contains(match.Groups["key"].Value))
            .Select(match => $"{Path.GetRelativePath(Repository.Root, file)}: {match.Groups["key"].Value}"));

        Assert.Empty(missing);
    }

    private static IEnumerable<string> Sources() => Repository.Projects.SelectMany(Repository.CodeFiles);

    // T["home.ask"], T["home.hello", name], T[$"home.{which}"]; t('chat.send') in scripts, data-text="chat.send" in their page.
    [GeneratedRegex(@"(\bT\[\$?""|\bt\('|data-(text|label|placeholder)="")(?<key>[A-Za-z0-9.-]+)(?<open>\{)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();
}
