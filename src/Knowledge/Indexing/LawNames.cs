using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Indexing;

/// <summary>The names by which people call a law.</summary>
internal static partial class LawNames
{
    /// <summary>The short title, the aliases, and for a judicial interpretation what is left of its title without the courts' formula.</summary>
    public static IReadOnlyList<string> For(string law, IEnumerable<string> aliases)
    {
        var names = new List<string> { law };
        names.AddRange(aliases);
        if (Interpretation().Match(law) is { Success: true } match)
        {
            var (matter, kind, part) = (match.Groups["matter"].Value, match.Groups["kind"].Value, match.Groups["part"].Value);
            names.Add(matter + kind + part);
            names.Add(matter + (kind == "解释" ? "司法解释" : "司法解释规定") + part);
            if (part.Length > 0)
                names.Add(matter + kind + part.Trim('（', '）'));
        }

        return [.. names.Where(name => name.Length >= 2).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(
        @"^最高人民法院(、最高人民检察院)?关于(审理|适用|办理)(?<matter>.+?)(纠纷|刑事)?(案件)?(具体)?(应用|适用)?(法律)?(问题)?(若干)?(问题)?的(?<kind>解释|规定)(?<part>（[一二三四五六七八九十]+）)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Interpretation();
}
