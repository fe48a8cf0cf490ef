using System.Globalization;

namespace LegalService.Server.Api;

/// <summary>Ids in addresses.</summary>
internal static class Ids
{
    /// <summary>An id that is malformed is one that nobody has.</summary>
    public static Guid Read(string id) => Guid.TryParse(id, out var read) ? read : Guid.Empty;
}

/// <summary>Days in addresses.</summary>
internal static class Days
{
    /// <summary>A day as 2026-11-25, or the Beijing day of a moment as 2026-11-25T09:00:00+08:00; null stays null. False when it is neither.</summary>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain))
            day = plain;
        // A plus sign that was not escaped arrives as a blank.
        else if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            day = Casework.Calendar.BeijingTime.DayOf(moment);
        return day is not null;
    }
}
