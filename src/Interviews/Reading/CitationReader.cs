using System.Text.RegularExpressions;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads articles and remembers all of them. Whether they exist is checked where the statutes are.</summary>
internal sealed partial class CitationReader(Problems problems)
{
    private readonly List<(int Line, LegalBasis Basis)> all = [];

    /// <summary>Every article of the file, once, by line.</summary>
    public IReadOnlyList<LegalBasis> All => [.. all.OrderBy(item => item.Line).Select(item => item.Basis).Distinct()];

    public IReadOnlyList<LegalBasis> Read(MapReader map, string key, bool required)
    {
        if (required && !map.Has(key))
        {
            map.Take(key);
            problems.Add(map.Line, "service.noBasis", $"没有写法律依据（{key}），比如 - 法律援助法 第四十四条");
            return [];
        }
        var result = new List<LegalBasis>();
        foreach (var scalar in map.Scalars(key))
        {
            if (Citation().Match(scalar.Text.Trim()) is not { Success: true } match)
            {
                problems.Add(scalar.Line, "service.citation", $"“{scalar.Text}”不是“法律名 第几条”，比如 法律援助法 第四十四条");
                continue;
            }
            var basis = new LegalBasis(match.Groups["law"].Value, match.Groups["article"].Value);
            all.Add((scalar.Line, basis));
            result.Add(basis);
        }
        return result;
    }

    [GeneratedRegex(@"^(?!中华人民共和国)(?<law>[^\s《》]+) (?<article>第[零一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();
}
