using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>One document as a version of a law, or of a part of one.</summary>
/// <param name="Version">The version; its source is always set.</param>
/// <param name="PartName">物权编, when it is a part of a code.</param>
/// <param name="Problems">Remarks on the file.</param>
internal sealed record ReadVersion(StatuteVersion Version, string? PartName, IReadOnlyList<ImportProblem> Problems)
{
    public string File => Version.Source!;

    /// <summary>How many characters other than white space it holds, to tell the fuller of two.</summary>
    public int Characters => Version.Articles.Select(article => article.Text).Concat(Version.Body)
        .Sum(text => text.Count(character => !char.IsWhiteSpace(character)));
}

/// <summary>Makes a version of a document: text, dates, issuer.</summary>
internal static class VersionReader
{
    // What is passed is published within months.
    private const int MaxDaysToPublication = 366;

    public static ReadVersion Read(SourceDocument document)
    {
        // Some files tell of passing and publication in brackets below the marked header.
        var bracketed = document.Lines.TakeWhile(line => line.Level == 0 && HeaderDates.IsBracketedHistory(line.Text)).Count();
        IReadOnlyList<string> history = [.. document.History, .. document.Lines.Take(bracketed).Select(line => line.Text)];
        var text = StatuteParser.Parse(document.Title, [.. document.Lines.Skip(bracketed)]);
        var header = HeaderDates.Read(history);
        var named = ChineseDate.InFileName(document.File);
        // Many headers stop before the last amendments. Their text is that of the file's name, and must not be taken to be in force years too early.
        var isCutOff = named > header.Passed?.AddDays(MaxDaysToPublication);
        var passed = isCutOff ? named : header.Passed ?? named;
        // Collections name their files by the day of publication.
        var inForce = EntryIntoForce.Find(header, text, passed, isCutOff ? null : header.Published ?? named);
        var version = new StatuteVersion
        {
            Title = document.Title,
            Issuer = IssuerReader.Read(document.Title, history),
            Passed = passed,
            InForceFrom = inForce.From,
            History = history,
            Articles = text.Articles,
            Body = text.Body,
            Source = document.File,
        };
        return new ReadVersion(version, document.PartName, [.. Problems(version, text, isCutOff ? header.Passed : null, inForce.Conflict)]);
    }

    private static IEnumerable<ImportProblem> Problems(StatuteVersion version, ParsedText text, DateOnly? cutOffAt, bool conflict)
    {
        if (cutOffAt is { } last)
            yield return Remark(
                "statute.unclearDate",
                $"The header ends with {last:yyyy-MM-dd}, the file is named {version.Passed:yyyy-MM-dd}: the header lacks an amendment, the later day was taken.");
        if (version.Passed is null)
            yield return Remark("statute.unclearDate", "Neither the header nor the file name says when this was passed.");
        if (conflict)
            yield return Remark("statute.unclearDate", "More than one day of entry into force is stated; none was taken.");
        if (text.OutOfOrder.Count > 0)
            yield return Remark(
                "statute.articlesOutOfOrder", $"Kept as text, because the number does not go on counting: {Names(text.OutOfOrder)}.");
        if (version.Articles.Where(article => article.Paragraphs.Count == 0).Select(a => a.Number).ToList() is { Count: > 0 } empty)
            yield return Remark("statute.articleEmpty", $"No text: {Names(empty)}.");

        ImportProblem Remark(string code, string reason) => new(version.Source!, code, reason, FileSkipped: false);
    }

    /// <summary>The numbers that are missing between the first article and the last.</summary>
    public static ImportProblem? MissingArticles(StatuteVersion version)
    {
        var numbers = version.Articles.Select(article => article.Number.Number).ToHashSet();
        if (numbers.Count == 0)
            return null;
        List<ArticleNumber> missing =
            [.. Enumerable.Range(1, numbers.Max()).Where(number => !numbers.Contains(number)).Select(number => new ArticleNumber(number))];
        return missing.Count == 0
            ? null
            : new ImportProblem(version.Source!, "statute.articlesMissing", $"Not in the file: {Names(missing)}.", FileSkipped: false);
    }

    private static string Names(IReadOnlyList<ArticleNumber> numbers) =>
        string.Join('、', numbers.Take(10)) + (numbers.Count > 10 ? $" and {numbers.Count - 10} more" : "");
}
