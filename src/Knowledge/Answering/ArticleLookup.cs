using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering;

/// <summary>Answers a question that only names an article: 民法典1079条.</summary>
internal sealed class ArticleLookup(ArticleTable articles, OutcomeTexts texts)
{
    /// <summary>What may stand around a citation without making it a question of its own, in characters.</summary>
    private const int LongestRest = 8;

    /// <summary>The answer; null when the question asks for more than the article.</summary>
    public Answer? Find(AnalyzedQuestion question, DateOnly day)
    {
        if (question.Citations.Count == 0)
            return null;
        var bare = Normalizer.WithoutPunctuation(question.Rest);
        var citation = question.Citations[0];
        if (bare.Length > LongestRest)
        {
            // More than a look-up; but an article that does not exist must not be passed over in silence.
            return citation is { Law: { } known } && Exists(known, citation.Number) == false ? NoSuchArticle(known, citation.Number) : null;
        }

        return citation switch
        {
            { Law: null, NameAsWritten.Length: 0 } => Say(AnswerOutcome.Clarify, texts.Text("clarifyLaw", ("article", citation.Number?.ToString() ?? "这一条"))),
            { Law: null } => Say(AnswerOutcome.NoSuchLaw, texts.Text("noSuchLaw", ("law", citation.NameAsWritten))),
            { Law: { } law } => Show(law, citation.Number, day),
        };
    }

    private static Answer Say(AnswerOutcome outcome, string text) => new(outcome, text, [], [], 1, AnswerSource.None);

    private Answer Show(string law, ArticleNumber? number, DateOnly day)
    {
        if (number is { } asked && articles.Versions(new ArticleKey(law, asked)) is { Count: > 0 } versions)
            return versions.LastOrDefault(entry => entry.IsInForce(day)) is { } current ? InForce(current) : NotInForce(versions, day);
        return Exists(law, number) == false
            ? NoSuchArticle(law, number)
            : Say(AnswerOutcome.ArticleNotLoaded, texts.Text("articleNotLoaded", ("law", law), ("article", number!.Value)));
    }

    private Answer InForce(ArticleEntry entry)
    {
        var text = entry is { Note: { } note, NoteIsStale: false } ? note.Gist : entry.Text ?? "";
        return new Answer(AnswerOutcome.Article, $"{entry.Key}：{Excerpt.Of(text, texts.MaxCharacters)}", [new Citation(entry, CitationStatus.InForce)], [], 1, AnswerSource.Statute);
    }

    private Answer NotInForce(IReadOnlyList<ArticleEntry> versions, DateOnly day)
    {
        var later = versions.FirstOrDefault(entry => entry.Start > day);
        var entry = versions.LastOrDefault(version => version.Start <= day) ?? later ?? versions[^1];
        var status = entry.StatusOn(day);
        var text = status == CitationStatus.NotYetInForce
            ? texts.Text("notYetInForce", ("article", entry.Key), ("from", $"{entry.Start:yyyy年M月d日}"))
            : texts.Text("repealed", ("article", entry.Key), ("to", $"{entry.InForceTo:yyyy年M月d日}"), ("by", entry.RepealedBy is { } law ? $"《{law}》" : "新的版本"));
        return new Answer(AnswerOutcome.NotInForce, text, [new Citation(entry, status)], [], 1, AnswerSource.Statute);
    }

    /// <summary>Null when it cannot be told, because neither the text nor the number of articles is loaded.</summary>
    private bool? Exists(string law, ArticleNumber? number)
    {
        if (number is not { } asked)
            return false;
        if (articles.Versions(new ArticleKey(law, asked)).Count > 0)
            return true;
        var entry = articles.Law(law);
        if (entry is { HasFullText: true })
            return false;
        return entry?.ArticleCount is { } count && asked.Number > count ? false : null;
    }

    private Answer NoSuchArticle(string law, ArticleNumber? number)
    {
        var article = number?.ToString() ?? "这样的条号";
        return Say(AnswerOutcome.NoSuchArticle, articles.Law(law)?.ArticleCount is { } count
            ? texts.Text("noSuchArticle", ("law", law), ("article", article), ("count", count))
            : texts.Text("noSuchArticleUncounted", ("law", law), ("article", article)));
    }
}
