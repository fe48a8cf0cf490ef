using System.Globalization;
using System.Text.RegularExpressions;
using LegalService.Interviews.Fields;

namespace LegalService.Kiosk.Devices.IdCards;

/// <summary>What a reader says of a card, before it is believed. Days are eight digits; the end of validity may be 长期.</summary>
internal sealed partial record CardFields(
    string Name,
    string Number,
    string Sex,
    string Nation,
    string Birth,
    string Address,
    string Issuer,
    string From,
    string Until)
{
    private const string ForEver = "长期";

    /// <summary>
    /// Believes it only when all of it can stand on one card: the number is a possible one, and birth date and sex are those of the number. So a card that was
    /// damaged, and two cards taken for one, are never somebody's data.
    /// </summary>
    /// <param name="today">Nobody is born after it.</param>
    public CardReading Believe(DateOnly today)
    {
        if (ForeignNumber().IsMatch(Number))
            return new CardReading.Foreign(Name);
        if (Name.Length == 0
            || !IdNumber.TryParse(Number, today, out var number, out _)
            || Day(Birth) != number.BirthDate
            || Sex != (number.IsFemale ? "女" : "男")
            || Day(From) is not { } from
            || (Until != ForEver && Day(Until) is null))
            return new CardReading.Unreadable();
        return new CardReading.Read(new(Name, number, Sex, Nation, number.BirthDate, Address, Issuer, from, Day(Until)));
    }

    /// <summary>Without what it says of a person.</summary>
    public override string ToString() => nameof(CardFields);

    private static DateOnly? Day(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // Permanent residence cards of foreigners: three letters and twelve digits (2017), or 18 digits that begin with 9 (2023).
    [GeneratedRegex("^([A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignNumber();
}
