using System.Text.RegularExpressions;
using LegalService.Knowledge.Corpus;

namespace LegalService.Knowledge.Answering;

/// <summary>Hears from a question that somebody may be in danger.</summary>
internal sealed class DangerSpotter(IEnumerable<DangerRule> rules)
{
    private readonly List<(DangerRule Rule, Regex[] Phrases, Regex[] Unless)> _rules =
        [.. rules.Select(rule => (rule, Compile(rule.Phrases), Compile(rule.Unless)))];

    /// <summary>The first rule that fits a normalised question; null when none does.</summary>
    public DangerRule? Spot(string text) =>
        _rules.Find(entry => entry.Phrases.Any(p => p.IsMatch(text)) && !entry.Unless.Any(p => p.IsMatch(text))).Rule;

    /// <summary>Without backtracking, so that no question can make it slow.</summary>
    private static Regex[] Compile(List<string> patterns) =>
        [.. patterns.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];
}
