namespace LegalService.Knowledge.Corpus;

/// <summary>How it is told that a message leans on what was said before: <c>corpus/answers/follow-ups.yaml</c>. Patterns are regular expressions over normalised text.</summary>
public sealed class FollowUpRules
{
    /// <summary>A message of more characters stands on its own.</summary>
    public int Longest { get; set; }

    /// <summary>A message of more characters that neither lacks its subject nor points back stands on its own, however unsure its search is.</summary>
    public int UnsureLongest { get; set; }

    /// <summary>A message that neither lacks its subject nor points back stands on its own from this confidence of its search on (0 to 1).</summary>
    public double StandsFrom { get; set; }

    /// <summary>A message so like a known way of asking stands on its own (0 to 1).</summary>
    public double OwnLikeness { get; set; }

    /// <summary>Half a sentence: another case of the same matter.</summary>
    public List<string> Elliptical { get; set; } = [];

    /// <summary>Words that ask; with one of them a message is no half sentence.</summary>
    public string Asks { get; set; } = "";

    /// <summary>Lacks its subject, or points back.</summary>
    public List<string> Leaning { get; set; } = [];

    /// <summary>Words without a matter of their own.</summary>
    public string Empty { get; set; } = "";

    /// <summary>By the name of a section of the FAQ (<c>timeLimits</c>, <c>costs</c>, <c>places</c>, <c>papers</c>, <c>steps</c>): words that ask for it.</summary>
    public Dictionary<string, string> Aspects { get; set; } = [];

    /// <summary>Words that begin a matter of their own.</summary>
    public string Matters { get; set; } = "";
}
