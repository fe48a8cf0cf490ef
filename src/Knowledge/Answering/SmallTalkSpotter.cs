using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering;

/// <summary>Tells greetings, thanks and matters that are none of the law's from legal questions.</summary>
internal sealed class SmallTalkSpotter(IReadOnlyList<SmallTalkRule> rules)
{
    /// <summary>The rule with the longest phrase that fits a normalised message; null when none does.</summary>
    public SmallTalkRule? Spot(string text)
    {
        var bare = Normalizer.WithoutPunctuation(text);
        return rules
            .Where(rule => bare.Length <= rule.MaxLength)
            .SelectMany(rule => rule.Phrases.Where(phrase => bare.Contains(phrase, StringComparison.Ordinal)).Select(phrase => (rule, phrase)))
            .OrderByDescending(pair => pair.phrase.Length)
            .FirstOrDefault().rule;
    }
}
