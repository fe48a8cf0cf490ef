using System.Globalization;

namespace LegalService.Interviews.Fields;

/// <summary>A citizen's identity number (GB 11643-1999): region, birth date, order, check digit.</summary>
public readonly record struct IdNumber
{
    private const string CheckDigits = "10X98765432";
    private const int OldestAge = 130;

    private IdNumber(string value, DateOnly birthDate)
    {
        Value = value;
        BirthDate = birthDate;
    }

    /// <summary>18 characters, the last a digit or a capital X.</summary>
    public string Value { get; }

    /// <summary>The birth date it carries.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>Six digits: the county in which it was issued first.</summary>
    public string Region => Value[..6];

    /// <summary>The province of <see cref="Region"/>.</summary>
    public string Province => Provinces.Names[Value[..2]];

    /// <summary>Whether it was issued to a woman: the seventeenth digit is even.</summary>
    public bool IsFemale => (Value[16] - '0') % 2 == 0;

    /// <summary>For screens and slips: the first three and the last four characters.</summary>
    public string Masked => Mask(Value);

    /// <summary>Reads a number; spaces, full-width characters and a small x are put right.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">No one is born after it.</param>
    /// <param name="number">The number.</param>
    /// <param name="code">What is wrong: idNumber.old15, .format, .region, .birthDate, .checkDigit; empty when nothing is.</param>
    public static bool TryParse(string text, DateOnly today, out IdNumber number, out string code)
    {
        number = default;
        var digits = Typed.Compact(text).ToUpperInvariant();
        code = Fault(digits, today, out var birth);
        if (code.Length > 0)
            return false;
        number = new(digits, birth);
        return true;
    }

    /// <summary>The eighteenth character for the first seventeen digits (GB 11643, ISO 7064 MOD 11-2).</summary>
    public static char CheckDigit(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        foreach (var digit in first17[..17])
            sum = ((sum + (digit - '0')) * 2) % 11;
        return CheckDigits[sum % 11];
    }

    private static string Fault(string digits, DateOnly today, out DateOnly birth)
    {
        birth = default;
        if (digits.Length == 15 && digits.All(char.IsAsciiDigit))
            return "idNumber.old15";
        if (digits.Length != 18 || !digits[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(digits[17]) || digits[17] == 'X'))
            return "idNumber.format";
        if (!Provinces.Names.ContainsKey(digits[..2]))
            return "idNumber.region";
        if (!DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out birth)
            || birth > today || birth < today.AddYears(-OldestAge))
            return "idNumber.birthDate";
        return digits[17] == CheckDigit(digits) ? "" : "idNumber.checkDigit";
    }

    /// <summary>For screens and slips: the first three and the last four characters of a number in its one form.</summary>
    public static string Mask(string value) => string.Concat(value.AsSpan(0, 3), "***********", value.AsSpan(14));

    /// <summary>The number, whole.</summary>
    public override string ToString() => Value;
}
