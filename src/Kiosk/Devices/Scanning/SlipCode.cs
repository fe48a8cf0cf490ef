namespace LegalService.Kiosk.Devices.Scanning;

/// <summary>What the QR code of our slips holds: <c>NUMBER CODE</c> with a blank between, as <c>POST /api/v1/qr</c> draws it.</summary>
/// <param name="Number">R261125-482913-7</param>
/// <param name="Code">Pickup code, eight characters.</param>
internal sealed record SlipCode(string Number, string Code)
{
    /// <summary>The text of the QR code.</summary>
    public override string ToString() => $"{Number} {Code}";
}
