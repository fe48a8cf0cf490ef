using System.Globalization;
using System.Text;

namespace LegalService.Interviews.Documents;

/// <summary>Sums as they are written on receipts, so that nobody can add a stroke: 壹万贰仟零叁拾元伍角整 (支付结算办法附一).</summary>
internal static class CapitalSum
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿", "万亿"];

    /// <summary>The sum in capitals.</summary>
    /// <param name="yuan">Not negative, with at most two decimals.</param>
    public static string Of(decimal yuan)
    {
        var whole = decimal.Truncate(yuan);
        var (jiao, fen) = ((int)((yuan - whole) * 10), (int)((yuan - whole) * 100) % 10);
        var text = new StringBuilder();
        if (whole > 0 || (jiao == 0 && fen == 0))
            text.Append(whole == 0 ? "零" : Whole(whole)).Append('元');
        if (jiao > 0)
            text.Append(Digits[jiao]).Append('角');
        else if (fen > 0 && whole > 0)
            text.Append('零');
        return (fen > 0 ? text.Append(Digits[fen]).Append('分') : text.Append('整')).ToString();
    }

    private static string Whole(decimal whole)
    {
        var figures = whole.ToString("0", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        // A zero is written once, and only when a figure of the same number follows.
        var isZeroOwed = false;
        for (var at = 0; at < figures.Length; at++)
        {
            var place = figures.Length - 1 - at;
            if (figures[at] == '0')
            {
                isZeroOwed = text.Length > 0;
            }
            else
            {
                text.Append(isZeroOwed ? "零" : "").Append(Digits[figures[at] - '0']).Append(Places[place % 4]);
                isZeroOwed = false;
            }

            if (place % 4 == 0 && HasFigure(figures, at))
                text.Append(Groups[place / 4]);
        }

        return text.ToString();
    }

    /// <summary>Whether the group of four that ends here is not empty.</summary>
    private static bool HasFigure(string figures, int end) => figures.AsSpan(Math.Max(0, end - 3), Math.Min(4, end + 1)).ContainsAnyExcept('0');
}
