using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Tests.Import;

namespace LegalService.Knowledge.Tests.Checking;

/// <summary>The editor's gate, on the corpus that the product ships.</summary>
public sealed class ShippedCorpusCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>What <c>check</c> says of a law when the full text of that law is not at hand.</summary>
    private static readonly string[] NeedsFullText = ["check.noSuchLaw", "check.noSuchArticle", "check.term", "check.number", "check.comparator"];

    [Fact]
    public async Task The_shipped_corpus_holds_together()
    {
        var report = CheckReport.Of(await ShippedAsync(), new LegalCorpus(), Today);

        AssertNoErrors(report.Problems.Where(problem => !NeedsFullText.Contains(problem.Code)));
        Assert.True(report.Notes >= 2500, $"{report.Notes} notes");
        Assert.True(report.Faq >= 500, $"{report.Faq} FAQ entries");
        Assert.True(report.Lexicon >= 1000, $"{report.Lexicon} lay words");
    }

    [RealDataFact]
    public async Task The_shipped_corpus_agrees_with_the_statutes()
    {
        using var folder = new SourceFolder();
        await new StatuteImporter().ImportAsync(RealDataFactAttribute.Data!, folder.Output, null, CancellationToken.None);

        var report = CheckReport.Of(await ShippedAsync(), await CorpusReader.ReadAsync([folder.Output], CancellationToken.None), Today);

        AssertNoErrors(report.Problems);
    }

    private static void AssertNoErrors(IEnumerable<CorpusProblem> problems)
    {
        var errors = problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    private static Task<LegalCorpus> ShippedAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "LegalService.sln")))
            root = root.Parent;
        return CorpusReader.ReadAsync([Path.Combine(root.FullName, "corpus")], CancellationToken.None);
    }
}
