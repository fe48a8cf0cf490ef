using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Corpus;

/// <summary>What a language model is told, and what its answers are searched for: <c>corpus/prompts</c>.</summary>
public sealed partial record ModelPrompts
{
    /// <summary>The rules for writing an answer; <c>{maxCharacters}</c> and <c>{day}</c> are filled in.</summary>
    public required string AnswerRules { get; init; }

    /// <summary>Material and question; <c>{passages}</c>, <c>{faq}</c> and <c>{question}</c> are filled in.</summary>
    public required string AnswerRequest { get; init; }

    /// <summary>The rules for making a follow-up a whole question.</summary>
    public required string RewriteRules { get; init; }

    /// <summary>What was said before, and the follow-up; <c>{before}</c> and <c>{question}</c> are filled in.</summary>
    public required string RewriteRequest { get; init; }

    /// <summary>Marks of a model that followed an order from outside, over normalised text.</summary>
    public required IReadOnlyList<Regex> Orders { get; init; }

    /// <summary>Marks of a text that sends people or their money somewhere, over normalised text.</summary>
    public required IReadOnlyList<Regex> Lures { get; init; }

    /// <summary>Marks of a sentence that says what the law is, over normalised text.</summary>
    public required IReadOnlyList<Regex> Claims { get; init; }

    /// <summary>Marks of a sentence that says what to do in practice, over normalised text.</summary>
    public required IReadOnlyList<Regex> Advice { get; init; }

    /// <summary>Fills the places of a prompt in one go, so that nothing in a filled-in text is taken for a place.</summary>
    public static string Fill(string prompt, IReadOnlyDictionary<string, string> places) =>
        Places().Replace(prompt, match => places.TryGetValue(match.Groups["name"].Value, out var text) ? text : match.Value);

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();
}
