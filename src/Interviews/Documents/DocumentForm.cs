using LegalService.Interviews.Papers;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Documents;

/// <summary>Fills documents. Pure; safe for any number of threads.</summary>
public static class DocumentForm
{
    /// <summary>
    /// The document with what was answered so far. What was not asked yet, skipped, not known or answered wrongly is a blank, so that an empty form can be had
    /// as well; what is wrong is told by <see cref="Interview.Next"/>.
    /// </summary>
    /// <param name="definition">Which document.</param>
    /// <param name="answers">As typed.</param>
    /// <param name="today">The day in Beijing.</param>
    public static FilledDocument Fill(DocumentDefinition definition, Answers answers, DateOnly today)
    {
        var sent = Interview.Sent(definition, answers, today);
        var filling = new Filling(definition, sent, today);
        return new()
        {
            Form = definition.Id,
            Name = definition.Name,
            Lines = [.. definition.Parts.Where(part => part.When?.Holds(sent, today) ?? true).SelectMany(part => part.Lines).SelectMany(filling.Fill)],
            Blanks = [.. filling.Blanks],
            Attach = Holding(definition.Attach, sent, today),
            HandIn = definition.HandIn,
            Hints = Holding(definition.Hints, sent, today),
            Basis = definition.Basis,
        };
    }

    private static IReadOnlyList<DocumentHint> Holding(IReadOnlyList<DocumentHint> hints, Answers sent, DateOnly today) =>
        [.. hints.Where(hint => hint.When?.Holds(sent, today) ?? true)];

    private sealed class Filling(DocumentDefinition definition, Answers sent, DateOnly today)
    {
        /// <summary>What was not given.</summary>
        public List<string> Blanks { get; } = [];

        public IEnumerable<PaperLine> Fill(PaperLine line)
        {
            var each = PaperText.Placeholders(line.Text).Where(name => DocumentFacts.Parse(name).Part == DocumentFacts.EachLine).Select(Value).FirstOrDefault();
            IReadOnlyList<string> parts = each is null ? [""] : Split(each);
            return parts.SelectMany((part, index) => Lines(line.Kind, PaperText.Fill(line.Text, name => name switch
            {
                DocumentFacts.Count => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ when DocumentFacts.Parse(name).Part == DocumentFacts.EachLine => part,
                _ => Value(name),
            })));
        }

        /// <summary>A story of several paragraphs stays one; in a cell or a heading it is one line.</summary>
        private static IEnumerable<PaperLine> Lines(PaperLineKind kind, string text) =>
            kind is PaperLineKind.Paragraph or PaperLineKind.Item ? Split(text).Select(part => new PaperLine(kind, part)) : [new(kind, string.Join(' ', Split(text)))];

        private static string[] Split(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        private string Value(string name)
        {
            var (id, part) = DocumentFacts.Parse(name);
            var field = definition.Interview.Field(id)!;
            if (DocumentFacts.Value(field, part, sent, today) is { } value)
                return value;
            if (!Blanks.Contains(field.ReviewLabel, StringComparer.Ordinal))
                Blanks.Add(field.ReviewLabel);
            return DocumentFacts.Blank;
        }
    }
}
