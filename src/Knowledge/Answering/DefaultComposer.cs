using System.Text;
using LegalService.Knowledge.Answering.FollowUps;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Answering;

/// <summary>Answers with a matched FAQ entry, or else with the best articles in the plain words of their notes. Needs no language model.</summary>
internal sealed class DefaultComposer(OutcomeTexts texts)
{
    /// <summary>An FAQ entry must not be less like the question than the nearest note by more than this.</summary>
    private const double FaqLead = 0.08;

    /// <summary>The answer; null when the material gives none.</summary>
    public Draft? Compose(Material material) => FromFaq(material) is not { Faq: { } entry } draft
        ? FromArticles(material)
        : material.FollowUp is { } followUp ? Further(material, followUp, entry, draft) : draft;

    /// <summary>
    /// To a question that leans on what was said before: the side of the matter that is asked for, or the articles that fit it best, rather than the same entry
    /// once more.
    /// </summary>
    private Draft? Further(Material material, FollowUp followUp, FaqEntry entry, Draft draft)
    {
        if (followUp.Aspect is { } aspect && FollowUpSections.Of(entry, aspect) is { Lines.Count: > 0 } section)
        {
            var cited = material.Found.Candidates.Select(candidate => candidate.Entry).Where(one => entry.Citations.Contains(one.Key));
            return draft with
            {
                Text = Excerpt.Of(FaqText.Part(section.Label, section.Lines, numbered: aspect == FollowUpAspect.Steps), texts.MaxCharacters),
                Citations = [.. FollowUpSections.Supporting(cited, string.Join('\n', section.Lines)).Take(texts.MaxCitations)],
            };
        }

        return entry.Id == followUp.Told ? FromArticles(material) : draft;
    }

    /// <summary>The FAQ question that fits well enough to be answered with its entry; null when none does.</summary>
    public static LikeQuestion? NearestFaq(Material material, OutcomeTexts texts) =>
        material.Found.LikeQuestions.FirstOrDefault(like => like.Asked.Faq is not null) is { } nearest
            && nearest.Likeness >= Math.Max(texts.FaqFrom, material.Found.LikeQuestions[0].Likeness - FaqLead) ? nearest : null;

    private Draft? FromFaq(Material material)
    {
        if (NearestFaq(material, texts) is not { } nearest)
            return null;
        var entry = nearest.Asked.Faq!;
        return new Draft(
            AnswerSource.Faq, FaqText.Of(entry, texts.MaxCharacters), [.. entry.Citations.Take(texts.MaxCitations)], entry, Math.Max(material.Found.Confidence, nearest.Likeness));
    }

    private Draft? FromArticles(Material material)
    {
        if (material.Found.Candidates.Count == 0)
            return null;
        var shown = material.Found.Candidates.TakeWhile(c => c.Closeness >= material.Found.ShownFrom).Take(texts.MaxCitations).ToList();
        if (material.FollowUp is { } followUp)
            shown = [.. shown.OrderBy(c => followUp.HasTold(c.Entry.Key))];
        var text = new StringBuilder();
        foreach (var candidate in shown.Where((c, place) => c.Closeness >= material.Found.SaidFrom || (place == 0 && material.FollowUp is not null)))
        {
            var sentence = Say(candidate);
            if (text.Length > 0 && text.Length + sentence.Length > texts.MaxCharacters)
                break;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(sentence);
        }

        return new Draft(AnswerSource.Statute, text.ToString(), [.. shown.Select(c => c.Entry.Key)], null, material.Found.Confidence);
    }

    private string Say(Candidate candidate)
    {
        var entry = candidate.Entry;
        return entry.Note is { } note
            ? $"{Fit((note.Caption.Length > 0 ? note.Caption + "：" : "") + note.Gist, entry)}（{entry.Key}）"
            : $"{entry.Key}规定：“{Fit(entry.Text ?? "", entry)}”";
    }

    /// <summary>What there is room for beside the name of the article.</summary>
    private string Fit(string text, ArticleEntry entry) => Excerpt.Of(text, Math.Max(texts.MaxCharacters / 2, texts.MaxCharacters - entry.Key.ToString().Length - 5));
}
