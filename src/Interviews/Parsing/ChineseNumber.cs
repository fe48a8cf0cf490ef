using System.Globalization;

namespace LegalService.Interviews.Parsing;

/// <summary>Numbers as people write and say them: 3500, 3,500, 1.5万, 三千五, 两万三, 一万零五百, 壹仟贰佰.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads a number that is not negative; the whole text must be one.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        return text.Length is > 0 and <= 40 && Large(Simplify(text), out value);
    }

    private static string Simplify(string text) => string.Concat(text.Select(c => c switch
    {
        '〇' or '○' or 'Ｏ' => '零',
        '壹' or '幺' => '一',
        '贰' or '两' or '俩' => '二',
        '叁' or '仨' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' or 'k' or 'K' => '千',
        '萬' or 'w' or 'W' => '万',
        '億' => '亿',
        _ => c,
    }));

    private static bool Large(string text, out decimal value)
    {
        foreach (var (name, unit) in new[] { ('亿', 100_000_000m), ('万', 10_000m) })
        {
            var at = text.LastIndexOf(name);
            if (at < 0)
                continue;
            value = 0;
            // 亿 before 万: what stands before the unit is itself a number, of which the unit makes more.
            if (at == 0 || !Large(text[..at], out var many) || many >= 100_000_000 || !Rest(text[(at + 1)..], unit, out var rest))
                return false;
            value = (many * unit) + rest;
            return true;
        }
        return Small(text, out value);
    }

    /// <summary>What follows a unit: nothing, a whole number below it, or one digit of the next unit (一万二).</summary>
    private static bool Rest(string text, decimal unit, out decimal value)
    {
        value = 0;
        if (text.Length == 0)
            return true;
        if (text.Length == 1 && Digit(text[0]) is > 0 and var digit)
        {
            value = digit * unit / 10;
            return true;
        }
        return Large(text.TrimStart('零'), out value) && value < unit;
    }

    private static bool Small(string text, out decimal value)
    {
        if (Arabic(text, out value))
            return true;
        if (text.Length > 1 && text.All(c => Digit(c) >= 0))
            return Arabic(string.Concat(text.Select(c => (char)('0' + Digit(c)))), out value);
        var units = text.IndexOfAny(['千', '百', '十']);
        if (units < 0)
        {
            value = text.Length == 1 ? Digit(text[0]) : -1;
            return value >= 0;
        }
        var unit = text[units] switch { '千' => 1000m, '百' => 100m, _ => 10m };
        value = 0;
        // 十五 is said without 一.
        var many = 1m;
        if (units > 0 && !Count(text[..units], unit, out many))
            return false;
        if (units == 0 && unit != 10)
            return false;
        if (!Rest(text[(units + 1)..], unit, out var rest))
            return false;
        value = (many * unit) + rest;
        return true;
    }

    private static bool Count(string text, decimal unit, out decimal many)
    {
        many = text.Length == 1 ? Digit(text[0]) : -1;
        // 1.5千, 15百: more than a digit only in figures.
        return many > 0 || (Arabic(text, out many) && many > 0 && many < 10_000 / unit * 10);
    }

    private static bool Arabic(string text, out decimal value)
    {
        value = 0;
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1]) || !text.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
            return false;
        return IsGrouped(text) && decimal.TryParse(
            text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Commas stand before groups of three, or not at all.</summary>
    private static bool IsGrouped(string text)
    {
        var groups = text.Split('.')[0].Split(',');
        return groups.Length == 1 ? !text.Contains(',', StringComparison.Ordinal) : groups[0].Length <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : Digits.IndexOf(c, StringComparison.Ordinal);
}
