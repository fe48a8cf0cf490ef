using System.Text;

namespace LegalService.Knowledge.Law;

/// <summary>Whole numbers as statutes write them (一千二百六十), from 0 to 99,999,999.</summary>
public static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly (int Value, char Sign)[] Units = [(1000, '千'), (100, '百'), (10, '十')];

    /// <summary>The characters that can stand in a Chinese number, including 〇 and 两.</summary>
    public const string Characters = "零〇一二两三四五六七八九十百千万";

    /// <summary>Writes a number as in 第一千零二十条. Ten to nineteen are written 十 to 十九.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or above 99,999,999.</exception>
    public static string Format(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99_999_999);
        if (number == 0)
            return "零";

        var text = new StringBuilder();
        var (high, low) = (number / 10_000, number % 10_000);
        if (high > 0)
        {
            AppendBelowTenThousand(text, high);
            text.Append('万');
            if (low is > 0 and < 1000)
                text.Append('零');
        }

        if (low > 0)
            AppendBelowTenThousand(text, low);
        return text.Length > 1 && text[0] == '一' && text[1] == '十' ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    /// <summary>Reads a number in Chinese numerals, in positional form too (二〇二一), or in Arabic digits.</summary>
    /// <returns>False when the text is empty, holds any other character, or is not a number below 100,000,000.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > 20)
            return false;
        if (text.IndexOfAnyExceptInRange('0', '9') < 0)
            return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out number) && number < 100_000_000;
        return text.IndexOfAny("十百千万") < 0 ? TryParsePositional(text, out number) : TryParseUnits(text, out number);
    }

    private static void AppendBelowTenThousand(StringBuilder text, int number)
    {
        var zeroPending = false;
        foreach (var (value, sign) in Units)
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                zeroPending |= number / value > 0;
                continue;
            }

            if (zeroPending)
                text.Append('零');
            zeroPending = false;
            text.Append(Digits[digit]).Append(sign);
        }

        if (number % 10 == 0)
            return;
        if (zeroPending)
            text.Append('零');
        text.Append(Digits[number % 10]);
    }

    private static bool TryParsePositional(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length > 8)
            return false;
        foreach (var sign in text)
        {
            if (DigitOf(sign) is not { } digit)
                return false;
            number = number * 10 + digit;
        }

        return true;
    }

    private static bool TryParseUnits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        var (section, digit) = (0, -1);
        foreach (var sign in text)
        {
            if (DigitOf(sign) is { } value)
            {
                digit = value;
                continue;
            }

            switch (sign)
            {
                case '千' or '百' or '十':
                    section += (digit < 0 ? 1 : digit) * (sign == '千' ? 1000 : sign == '百' ? 100 : 10);
                    break;
                case '万' when number == 0:
                    number = (section + Math.Max(digit, 0)) * 10_000;
                    section = 0;
                    break;
                default:
                    return false;
            }

            digit = -1;
        }

        number += section + Math.Max(digit, 0);
        return number < 100_000_000;
    }

    private static int? DigitOf(char sign) => sign switch
    {
        '〇' => 0,
        '两' => 2,
        _ => Digits.IndexOf(sign) is >= 0 and var digit ? digit : null,
    };
}
