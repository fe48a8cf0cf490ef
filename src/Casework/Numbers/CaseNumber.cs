using System.Globalization;
using System.Security.Cryptography;
using LegalService.Casework.Calendar;

namespace LegalService.Casework.Numbers;

/// <summary>
/// The numbers by which citizens and clerks name a record, as in <c>A261125-482913-7</c>: a letter for the kind, the day in Beijing, six digits, a check
/// digit. The six digits are drawn at random, so that a number tells neither its neighbour nor how much was done that day; the database sees to it that no
/// two are alike.
/// </summary>
public static class CaseNumber
{
    /// <summary>Requests.</summary>
    public const char Request = 'R';

    /// <summary>Appointments.</summary>
    public const char Appointment = 'A';

    /// <summary>Interviews put aside.</summary>
    public const char Draft = 'D';

    /// <summary>Documents laid ready to be fetched.</summary>
    public const char Pickup = 'P';

    private const int Digits = 6;

    /// <summary>The length of every number.</summary>
    public const int Length = 16;

    /// <summary>
    /// A number that is likely to be free. Who stores it has a unique index on it and draws again when the index says no.
    /// </summary>
    public static string Draw(char kind, TimeProvider time) =>
        Compose(kind, BeijingTime.Today(time), RandomNumberGenerator.GetInt32((int)Math.Pow(10, Digits)));

    /// <summary>
    /// A number as somebody typed it, in its one form: full-width characters, lower case, spaces and missing hyphens are forgiven. Null when it cannot be one,
    /// as when a digit is wrong or two were swapped.
    /// </summary>
    public static string? Normalise(string typed)
    {
        var plain = Typed.Plain(typed);
        if (plain.Length != Length - 2 || !char.IsAsciiLetterUpper(plain[0]) || !plain.Skip(1).All(char.IsAsciiDigit) || CheckDigit(plain[1..^1]) != plain[^1])
            return null;
        return $"{plain[..7]}-{plain[7..^1]}-{plain[^1]}";
    }

    internal static string Compose(char kind, DateOnly day, int drawn)
    {
        var date = day.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var digits = drawn.ToString("D6", CultureInfo.InvariantCulture);
        return $"{kind}{date}-{digits}-{CheckDigit(date + digits)}";
    }

    /// <summary>ISO/IEC 7064, MOD 11,10: finds every wrong digit and nearly every swap.</summary>
    private static char CheckDigit(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }
}
