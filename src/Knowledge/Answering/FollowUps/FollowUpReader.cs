using System.Text.RegularExpressions;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;
using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.Answering.FollowUps;

/// <summary>Tells from the rules of the corpus, and from what the index knows, whether a message leans on what was said before. Safe for many threads.</summary>
internal sealed class FollowUpReader
{
    private readonly FollowUpRules _rules;
    private readonly ArticleSearch _search;
    private readonly List<Regex> _elliptical;
    private readonly List<Regex> _leaning;
    private readonly Regex _asks;
    private readonly Regex _empty;
    private readonly Regex _matters;
    private readonly List<(FollowUpAspect Aspect, Regex Words)> _aspects;

    public FollowUpReader(FollowUpRules rules, ArticleSearch search)
    {
        (_rules, _search) = (rules, search);
        (_elliptical, _leaning) = ([.. rules.Elliptical.Select(Compile)], [.. rules.Leaning.Select(Compile)]);
        (_asks, _empty, _matters) = (Compile(rules.Asks), Compile(rules.Empty), Compile(rules.Matters.Replace(" ", "", StringComparison.Ordinal)));
        _aspects = [.. rules.Aspects.Select(pair => (Enum.Parse<FollowUpAspect>(pair.Key, ignoreCase: true), Compile(pair.Value)))];
    }

    /// <summary>The complete question; null when the message stands on its own.</summary>
    /// <param name="message">What was said.</param>
    /// <param name="topic">The question before it, complete.</param>
    /// <param name="day">The day whose law is asked for.</param>
    public FollowUp? Read(string message, string topic, DateOnly day)
    {
        var analyzed = _search.Analyze(message);
        var bare = Normalizer.WithoutPunctuation(analyzed.Text);
        if (bare.Length == 0 || bare.Length > _rules.Longest || analyzed.Citations.Count > 0 || analyzed.Laws.Count > 0 || !Leans(bare, analyzed, day))
            return null;
        return new FollowUp(message.Trim(), topic) { Aspect = AspectOf(bare) };
    }

    /// <summary>True when a message says nothing of its own but asks for one side of a matter (多久, 怎么办).</summary>
    public bool IsEmpty(string message) => _empty.Replace(Normalizer.WithoutPunctuation(Normalizer.Normalize(message)), "").Length == 0;

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private bool Leans(string bare, AnalyzedQuestion analyzed, DateOnly day)
    {
        if (_elliptical.Exists(pattern => pattern.IsMatch(bare)) && !_asks.IsMatch(bare))
            return true;
        if (_matters.IsMatch(bare))
            return false;
        if (_empty.Replace(bare, "").Length <= 1)
            return true;
        var found = _search.Find(analyzed, day);
        if (found.LikeQuestions is [{ } nearest, ..] && nearest.Likeness >= _rules.OwnLikeness)
            return false;
        return _leaning.Exists(pattern => pattern.IsMatch(bare)) || (bare.Length <= _rules.UnsureLongest && found.Confidence < _rules.StandsFrom);
    }

    private FollowUpAspect? AspectOf(string bare) => _aspects.Where(pair => pair.Words.IsMatch(bare)).Select(pair => (FollowUpAspect?)pair.Aspect).FirstOrDefault();
}
