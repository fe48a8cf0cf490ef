using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Finds the field that a citizen means by its words. Thread safe.</summary>
internal sealed class FieldFinder(DialogTexts texts)
{
    /// <summary>The field that a message corrects, and the words that follow; null when it corrects none.</summary>
    public (FieldDefinition Field, string Value)? Corrected(Form form, string text)
    {
        var found =
            from candidate in Candidates(form)
            where SaidText.Plain(text).Contains(SaidText.Plain(candidate.Word), StringComparison.Ordinal)
            let rest = texts.Correcting(candidate.Word, text)
            where rest is not null
            orderby candidate.Word.Length descending, candidate.IsOwn descending, candidate.Place descending
            select (candidate.Field, rest);
        return found.Cast<(FieldDefinition, string)?>().FirstOrDefault();
    }

    /// <summary>The answered field that a message names without more; null when it names none.</summary>
    public FieldDefinition? Named(Form form, string text)
    {
        var said = SaidText.Bare(text);
        var candidates = Candidates(form).Where(candidate => candidate.Place >= 0).ToList();
        var exact = candidates.Where(candidate => SaidText.Bare(candidate.Word) == said).ToList();
        var found = exact.Count > 0 ? exact : candidates.Where(candidate => said.Length <= MostNaming && said.Contains(SaidText.Bare(candidate.Word), StringComparison.Ordinal)).ToList();
        return found.OrderByDescending(candidate => candidate.Word.Length).ThenByDescending(candidate => candidate.IsOwn).ThenByDescending(candidate => candidate.Place).FirstOrDefault()?.Field;
    }

    private const int MostNaming = 14;
    private const int ShortestWord = 2;

    /// <summary>Every field that applies, by each of its words.</summary>
    private IEnumerable<Candidate> Candidates(Form form)
    {
        var path = form.State.Path.ToList();
        var answered = form.Step.Review.Select(line => line.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var field in Interview.Relevant(form.Definition, form.State.Answers, form.Today))
        {
            var place = answered.Contains(field.Id) ? Math.Max(0, path.IndexOf(field.Id)) : -1;
            yield return new(field, field.ReviewLabel, IsOwn: true, place);
            foreach (var word in texts.WordsOf(field.Type).Where(word => word.Length >= ShortestWord))
                yield return new(field, word, IsOwn: false, place);
        }
    }

    private sealed record Candidate(FieldDefinition Field, string Word, bool IsOwn, int Place);
}
