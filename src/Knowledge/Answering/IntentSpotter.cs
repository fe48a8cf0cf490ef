using System.Text.RegularExpressions;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering;

/// <summary>Hears from a message what a citizen wants beside an answer. Safe for many threads.</summary>
internal sealed class IntentSpotter(IEnumerable<IntentRule> rules)
{
    private readonly List<(IntentRule Rule, Regex[] Phrases, Regex[] Unless)> _rules = [.. rules.Select(rule => (rule, Compile(rule.Phrases), Compile(rule.Unless)))];

    /// <summary>The id of the first rule that fits; null when none does.</summary>
    public string? Spot(string message)
    {
        var bare = Normalizer.WithoutPunctuation(Normalizer.Normalize(message));
        return _rules.Find(entry => bare.Length <= entry.Rule.MaxLength && entry.Phrases.Any(p => p.IsMatch(bare)) && !entry.Unless.Any(p => p.IsMatch(bare))).Rule?.Id;
    }

    private static Regex[] Compile(List<string> patterns) =>
        [.. patterns.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];
}
