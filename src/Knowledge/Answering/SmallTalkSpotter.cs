using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering;

/// <summary>Tells greetings, thanks and matters that are none of the law's from legal questions.</summary>
internal sealed class SmallTalkSpotter(IReadOnlyList<SmallTalkRule> rules)
{
    private readonly List<(SmallTalkRule Rule, string Phrase)> _phrases =
        [.. rules.SelectMany(rule => rule.Phrases.Select(phrase => (rule, Bare(Normalizer.Normalize(phrase))))).Where(pair => pair.Item2.Length > 0)];

    /// <summary>The rule with the longest phrase that fits a normalised message; null when none does.</summary>
    public SmallTalkRule? Spot(string text)
    {
        var bare = Bare(text);
        return _phrases
            .Where(pair => bare.Length <= pair.Rule.MaxLength && bare.Contains(pair.Phrase, StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Phrase.Length)
            .FirstOrDefault().Rule;
    }

    private static string Bare(string normalized) => Normalizer.WithoutPunctuation(normalized);
}
