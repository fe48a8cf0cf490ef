using LegalService.Knowledge.Corpus;
using LegalService.Tool.Commands;

namespace LegalService.Tool.Evaluation;

/// <summary>What an evaluation may be run without, to see what it is worth.</summary>
[Flags]
internal enum Parts
{
    None = 0,

    /// <summary>Notes with their ways of asking.</summary>
    Notes = 1,

    /// <summary>Questions and answers.</summary>
    Faq = 2,

    /// <summary>The encoder's nearest articles and ways of asking, and every feature that looks at them.</summary>
    Encoder = 4,

    /// <summary>Votes of remembered questions, and how often an article was asked about.</summary>
    Votes = 8,

    /// <summary>Everything learned: the linear ranking decides.</summary>
    Learned = 16,
}

/// <summary>Reads and applies <see cref="Parts"/>.</summary>
internal static class PartsExtensions
{
    /// <summary>Reads <c>notes</c>, or several joined by a plus sign.</summary>
    /// <exception cref="CommandException">There is no such part.</exception>
    public static Parts Parse(string text) => text.Split('+').Aggregate(Parts.None, (parts, name) =>
        Enum.TryParse<Parts>(name, ignoreCase: true, out var part) && Enum.IsDefined(part) && part != Parts.None && char.IsAsciiLetter(name[0])
            ? parts | part
            : throw new CommandException($"--without 不认识“{name}”，只有 notes、faq、encoder、votes、learned，可以用加号连起来"));

    /// <summary>The corpus without them.</summary>
    public static LegalCorpus Without(this LegalCorpus corpus, Parts parts) => corpus with
    {
        Notes = parts.HasFlag(Parts.Notes) ? [] : corpus.Notes,
        Faq = parts.HasFlag(Parts.Faq) ? [] : corpus.Faq,
    };
}
