namespace LegalService.Knowledge.Ranking;

/// <summary>Sums that several features share.</summary>
internal static class GroupMath
{
    /// <summary>A part as a share of the whole; 0 when there is no whole.</summary>
    public static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    /// <summary>Linear score of the article so far away; 0 when it is no candidate.</summary>
    public static double LinearBeside(CandidateGroup group, int place, int distance) =>
        group.Beside(place, distance) is >= 0 and var beside ? group.Value(Signal.Linear, beside) : 0;

    /// <summary>Votes of remembered questions for the articles before and after.</summary>
    public static double MemoryBeside(CandidateGroup group, int place) => new[] { -1, 1 }
        .Select(distance => group.Beside(place, distance)).Where(beside => beside >= 0).Sum(beside => group.Value(Signal.Memory, beside));
}

/// <summary>Kinds of rules, told by their titles.</summary>
internal static class LawKinds
{
    /// <summary>5 a code, 4 a law, 3 a judicial interpretation, 2 a regulation, 1 rules for carrying one out, 0 anything else.</summary>
    public static int Of(string law)
    {
        if (law.StartsWith("最高人民", StringComparison.Ordinal))
            return 3;
        if (law.EndsWith("法典", StringComparison.Ordinal))
            return 5;
        if (law.EndsWith('法'))
            return 4;
        if (law.EndsWith("实施条例", StringComparison.Ordinal) || law.EndsWith("细则", StringComparison.Ordinal))
            return 1;
        return law.EndsWith("条例", StringComparison.Ordinal) ? 2 : 0;
    }
}
