namespace LegalService.Kiosk.Devices.Printing;

/// <summary>What can be printed: a <see cref="Slip"/> or a <see cref="PdfDocument"/>.</summary>
internal abstract record Printout;

/// <summary>A short paper to take home. Laid out for the printer's paper: an 80 mm roll or A4.</summary>
/// <param name="Title">First line, large: 法律援助申请回执.</param>
/// <param name="Facts">Labelled facts, one a line: 编号, 取件码.</param>
/// <param name="Paragraphs">Sentences below them; each begins a new line.</param>
/// <param name="Qr">What the QR code holds; null: none. For number and pickup code: <see cref="Scanning.SlipCode.ToString"/>.</param>
/// <param name="QrCaption">What the QR code is for, below it.</param>
internal sealed record Slip(string Title, IReadOnlyList<SlipFact> Facts, IReadOnlyList<string> Paragraphs, string? Qr = null, string? QrCaption = null) : Printout;

/// <summary>A labelled fact of a slip.</summary>
/// <param name="Label">编号</param>
/// <param name="Value">R261125-482913-7</param>
/// <param name="Large">Set larger, to be read without glasses.</param>
internal sealed record SlipFact(string Label, string Value, bool Large = false);

/// <summary>A finished document, such as one fetched by its pickup code.</summary>
/// <param name="Pdf">The whole PDF file.</param>
internal sealed record PdfDocument(ReadOnlyMemory<byte> Pdf) : Printout;
