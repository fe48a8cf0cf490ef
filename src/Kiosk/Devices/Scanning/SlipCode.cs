using System.Text.RegularExpressions;

namespace LegalService.Kiosk.Devices.Scanning;

/// <summary>What the QR code of our slips holds: <c>NUMBER CODE</c> with a blank between, as <c>POST /api/v1/qr</c> draws it.</summary>
/// <param name="Number">R261125-482913-7, or the number of a slip that was written without the centre.</param>
/// <param name="Code">Pickup code, eight characters.</param>
internal sealed partial record SlipCode(string Number, string Code)
{
    /// <summary>Reads what a scanner typed; null when it was no slip of ours.</summary>
    public static SlipCode? Parse(string scanned) =>
        Form().Match(scanned.Trim().ToUpperInvariant()) is { Success: true } match ? new(match.Groups["number"].Value, match.Groups["code"].Value) : null;

    /// <summary>The text of the QR code.</summary>
    public override string ToString() => $"{Number} {Code}";

    [GeneratedRegex("^(?<number>[A-Z][0-9]{6}-[0-9]{6}-[0-9])[ \t]+(?<code>[2-9A-HJKMNP-Z]{8})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
