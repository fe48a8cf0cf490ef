using System.Text.RegularExpressions;

namespace LegalService.Interviews.Parsing;

/// <summary>Sums as people write and say them: 3500元, 三千五, 1.5万, 五块五毛, 人民币叁仟元整.</summary>
internal static partial class MoneyText
{
    /// <summary>Reads a sum in yuan; the whole text must be one. 大概 and 左右 are passed over: the clerk will ask.</summary>
    public static bool TryParse(string text, out decimal yuan)
    {
        yuan = 0;
        var bare = Around().Replace(text, "").Trim('。', '.', '，', ',', '；', ';', '!', '！');
        if (Parts().Match(bare) is not { Success: true } match)
            return false;
        var (whole, after) = (match.Groups["yuan"].Value, match.Groups["after"].Value);
        if (!Part(whole, out yuan) || !Part(match.Groups["jiao"].Value, out var jiao) || !Part(match.Groups["fen"].Value, out var fen) || !Part(after, out var tail))
            return false;
        // 五块五 is five yuan fifty.
        if (after.Length > 0 && (tail >= 10 || after.Length > 1))
            return false;
        yuan += (jiao / 10) + (fen / 100) + (tail / 10);
        return bare.Length > 0;
    }

    private static bool Part(string text, out decimal value)
    {
        value = 0;
        return text.Length == 0 || ChineseNumber.TryParse(text, out value);
    }

    [GeneratedRegex("大概|大约|差不多|估计|总共|一共|欠了?我?|人民币|RMB|CNY|[¥￥]|左右|上下|多一点|钱|整$|正$|了$|吧$|呢$|[ \\s]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Around();

    [GeneratedRegex("^(?:(?<yuan>[^元块圆角毛分多]+)多?(?:元|块|圆)?多?)?(?:(?<=[元块圆]|^)(?<jiao>[^元块圆角毛分]+)[角毛])?(?:(?<=[元块圆角毛]|^)(?<fen>[^元块圆角毛分]+)分)?(?:(?<=[元块圆])(?<after>[^元块圆角毛分]))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
