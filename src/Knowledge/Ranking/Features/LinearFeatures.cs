namespace LegalService.Knowledge.Ranking;

/// <summary>The place among all candidates that Lucene's search over all fields gives.</summary>
internal sealed class SearchFeature : IRankingFeature
{
    public string Name => "search";

    public double Of(RankingContext context) => context.BestSearchScore > 0 ? context.Candidate.SearchScore / context.BestSearchScore : 0;
}

/// <summary>BM25 of the statute text.</summary>
internal sealed class TextFeature : IRankingFeature
{
    public string Name => "text";

    public double Of(RankingContext context) => context.Text.Bm25;
}

/// <summary>How much of the question stands in the statute text.</summary>
internal sealed class CoverageFeature : IRankingFeature
{
    public string Name => "coverage";

    public double Of(RankingContext context) => context.Text.Coverage;
}

/// <summary>A long phrase in common with the statute text; ten characters count as 1.</summary>
internal sealed class LongestRunFeature : IRankingFeature
{
    public string Name => "longestRun";

    public double Of(RankingContext context) => Math.Min(1.5, Math.Max(context.Text.LongestRun, context.Note.LongestRun) / 10.0);
}

/// <summary>BM25 of the law's title and the headings above the article.</summary>
internal sealed class HeadingsFeature : IRankingFeature
{
    public string Name => "headings";

    public double Of(RankingContext context) => context.Headings.Bm25;
}

/// <summary>BM25 of our note.</summary>
internal sealed class NoteFeature : IRankingFeature
{
    public string Name => "note";

    public double Of(RankingContext context) => context.Note.Bm25;
}

/// <summary>BM25 of the ways of asking under the note, all together.</summary>
internal sealed class AskFeature : IRankingFeature
{
    public string Name => "ask";

    public double Of(RankingContext context) => context.Ask.Bm25;
}

/// <summary>How many of the legal terms that the lay words stand for occur in text or note.</summary>
internal sealed class LegalTermsFeature : IRankingFeature
{
    public string Name => "legalTerms";

    public double Of(RankingContext context) => context.Legal.Bm25;
}

/// <summary>Likeness to the nearest way of asking under the note; squared, because only near ones tell something.</summary>
internal sealed class NoteVoteFeature : IRankingFeature
{
    public string Name => "noteVote";

    public double Of(RankingContext context) => context.Candidate.NoteVote * context.Candidate.NoteVote;
}

/// <summary>Likeness to the nearest FAQ question that cites the article; squared.</summary>
internal sealed class FaqVoteFeature : IRankingFeature
{
    public string Name => "faqVote";

    public double Of(RankingContext context) => context.Candidate.FaqVote * context.Candidate.FaqVote;
}

/// <summary>The question names the law.</summary>
internal sealed class LawNamedFeature : IRankingFeature
{
    public string Name => "lawNamed";

    public double Of(RankingContext context) => context.Question.Laws.Contains(context.Entry.Key.Law, StringComparer.Ordinal) ? 1 : 0;
}

/// <summary>The question names the article.</summary>
internal sealed class ArticleNamedFeature : IRankingFeature
{
    public string Name => "articleNamed";

    public double Of(RankingContext context) => context.Candidate.IsNamed ? 1 : 0;
}

/// <summary>The Civil Code, which settles most of what citizens ask.</summary>
internal sealed class CivilCodeFeature : IRankingFeature
{
    public string Name => "civilCode";

    public double Of(RankingContext context) => context.Entry.Key.Law == "民法典" ? 1 : 0;
}

/// <summary>A law made by the National People's Congress or its committee, which binds everybody, rather than a regulation.</summary>
internal sealed class StatuteFeature : IRankingFeature
{
    public string Name => "statute";

    public double Of(RankingContext context) => context.Entry.Key.Law.EndsWith('法') || context.Entry.Key.Law.EndsWith("法典", StringComparison.Ordinal) ? 1 : 0;
}

/// <summary>A judicial interpretation.</summary>
internal sealed class InterpretationFeature : IRankingFeature
{
    public string Name => "interpretation";

    public double Of(RankingContext context) => context.Entry.Key.Law.StartsWith("最高人民", StringComparison.Ordinal) ? 1 : 0;
}

/// <summary>A decision that amends other laws, or another document without articles of its own: seldom what a citizen looks for.</summary>
internal sealed class WholeDocumentFeature : IRankingFeature
{
    public string Name => "wholeDocument";

    public double Of(RankingContext context) =>
        context.Entry.Key.Number == Law.ArticleNumber.Whole || context.Entry.Key.Law.Contains("关于修改", StringComparison.Ordinal) ? 1 : 0;
}

/// <summary>Somebody wrote a note on the article, because citizens meet it.</summary>
internal sealed class HasNoteFeature : IRankingFeature
{
    public string Name => "hasNote";

    public double Of(RankingContext context) => context.Entry.Note is null ? 0 : 1;
}

/// <summary>The first articles of a law tell its aim and whom it concerns; they share words with every question and answer few.</summary>
internal sealed class OpeningArticleFeature : IRankingFeature
{
    public string Name => "openingArticle";

    public double Of(RankingContext context) => context.Entry.Key.Number.Number is 1 or 2 ? 1 : 0;
}
