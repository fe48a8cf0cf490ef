using LegalService.Interviews.Definitions;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Letters;

/// <summary>A letter as <c>corpus/letters</c> has it. Immutable.</summary>
internal sealed record LetterTemplate
{
    /// <summary>Stable; the file has the same name.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Services it is for; empty: all.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Events of which one must have happened before it can be issued.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>Whether there may be several that hold at a time.</summary>
    public required bool Repeats { get; init; }

    /// <summary>The articles it rests on.</summary>
    public required IReadOnlyList<LegalBasis> Basis { get; init; }

    /// <summary>Passages that the law asks for: no clerk may leave them out.</summary>
    public required IReadOnlyList<string> Keep { get; init; }

    /// <summary>Its text with placeholders, in the form of <see cref="PaperText"/>.</summary>
    public required string Text { get; init; }

    public bool Suits(string service) => Services.Count == 0 || Services.Contains(service, StringComparer.Ordinal);
}

/// <summary>What all letters have in common.</summary>
/// <param name="Number">The form of a document number, with <c>{字}</c>, <c>{年}</c> and <c>{号}</c>.</param>
/// <param name="Word">Stands for <c>{字}</c> where <paramref name="Words"/> has none.</param>
/// <param name="Words">What stands for it, by office.</param>
/// <param name="Hotline">Stands for <c>{热线}</c>.</param>
internal sealed record LetterSettings(string Number, string Word, IReadOnlyDictionary<string, string> Words, string Hotline)
{
    public string NumberOf(string office, int year, int sequence) => PaperText.Fill(Number, name => name switch
    {
        "字" => Words.GetValueOrDefault(office, Word),
        "年" => year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
    });
}
