namespace LegalService.Kiosk.Devices.Printing.Slips;

/// <summary>What goes to the print system.</summary>
/// <param name="Pdf">The document.</param>
/// <param name="Media">Its paper (PWG 5101.1, such as <c>custom_slip_80x152mm</c>); null: what the queue has in.</param>
internal sealed record PrintFile(ReadOnlyMemory<byte> Pdf, string? Media = null);
