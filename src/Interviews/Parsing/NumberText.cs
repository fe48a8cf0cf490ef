using System.Text.RegularExpressions;

namespace LegalService.Interviews.Parsing;

/// <summary>How many of something as people write and say it: 3, 三个, 大概2.5小时, 百分之三十, 三成, 一半.</summary>
internal static partial class NumberText
{
    private const string Percent = "%";

    /// <summary>Reads a number that is not negative; the whole text must be one, with or without its unit.</summary>
    public static bool TryParse(string text, string? unit, out decimal number)
    {
        number = 0;
        var bare = Around().Replace(text, "");
        if (unit == Percent && TryPercent(bare, out number))
            return true;
        if (unit is not null && bare.EndsWith(unit, StringComparison.Ordinal))
            bare = bare[..^unit.Length];
        return ChineseNumber.TryParse(Counter().Replace(bare, ""), out number);
    }

    private static bool TryPercent(string text, out decimal percent)
    {
        percent = text switch { "一半" or "各一半" => 50, "全部" or "全责" => 100, _ => -1 };
        if (percent >= 0)
            return true;
        if (text.StartsWith("百分之", StringComparison.Ordinal))
            return text == "百分之百" ? (percent = 100) > 0 : ChineseNumber.TryParse(text[3..], out percent);
        if (!text.EndsWith('成') || !ChineseNumber.TryParse(text[..^1], out percent))
            return false;
        percent *= 10;
        return true;
    }

    [GeneratedRegex("大概|大约|差不多|估计|总共|一共|左右|上下|了$|吧$|呢$|[ \\s。，,！!]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Around();

    [GeneratedRegex("[个位名口]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counter();
}
