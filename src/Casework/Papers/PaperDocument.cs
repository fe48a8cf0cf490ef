using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Papers;

/// <summary>
/// A letter or a document as a Word document (DOCX), set as official documents are (GB/T 9704-2012: A4, 仿宋 16 pt, title 22 pt, 28 pt from line to line).
/// Thread safe.
/// </summary>
public static class PaperDocument
{
    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Twentieths of a point: A4; margins of 37, 35, 28 and 26 mm as the standard has them.
    private static readonly (uint Width, uint Height) Page = (11906, 16838);
    private static readonly (int Top, int Bottom, uint Left, uint Right) Margins = (2098, 1984, 1588, 1474);

    /// <summary>The file, whole.</summary>
    /// <param name="title">Its title among the file's properties.</param>
    /// <param name="lines">What it says.</param>
    public static byte[] Write(string title, IReadOnlyList<PaperLine> lines)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = title;
            var body = new Body(Blocks(lines));
            body.Append(new SectionProperties(
                new PageSize { Width = Page.Width, Height = Page.Height },
                new PageMargin { Top = Margins.Top, Bottom = Margins.Bottom, Left = Margins.Left, Right = Margins.Right, Header = 851, Footer = 992, Gutter = 0 }));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Blocks(IReadOnlyList<PaperLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Kind != PaperLineKind.Row)
            {
                yield return Paragraph(lines[at], before: at == 0 ? null : lines[at - 1], after: at + 1 == lines.Count ? null : lines[at + 1]);
                continue;
            }

            List<PaperLine> rows = [.. lines.Skip(at).TakeWhile(line => line.Kind == PaperLineKind.Row)];
            at += rows.Count - 1;
            yield return PaperTable.Of(rows, (int)(Page.Width - Margins.Left - Margins.Right));
        }
    }

    // Who signs stands a line below the text, and never alone on a page; nor does a heading at the end of one.
    private static Paragraph Paragraph(PaperLine line, PaperLine? before, PaperLine? after)
    {
        var isTitle = line.Kind == PaperLineKind.Title;
        var isFirstRight = line.Kind == PaperLineKind.Right && before?.Kind != PaperLineKind.Right;
        var set = new ParagraphProperties();
        if (after?.Kind == PaperLineKind.Right || line.Kind == PaperLineKind.Heading)
            set.Append(new KeepNext());
        set.Append(new SpacingBetweenLines
        {
            Before = isFirstRight ? PaperFont.Line : "0",
            After = isTitle ? "280" : "0",
            Line = isTitle ? "700" : PaperFont.Line,
            LineRule = LineSpacingRuleValues.Exact,
        });
        if (line.Kind is PaperLineKind.Paragraph or PaperLineKind.Item)
            set.Append(new Indentation { FirstLine = PaperFont.TwoCharacters });
        if (line.Kind == PaperLineKind.Right)
            set.Append(new Indentation { Right = PaperFont.TwoCharacters });
        set.Append(new Justification { Val = JustificationOf(line.Kind) });
        return new Paragraph(set, PaperFont.Run(line.Text, FontOf(line.Kind)));
    }

    private static JustificationValues JustificationOf(PaperLineKind kind) => kind switch
    {
        PaperLineKind.Title or PaperLineKind.Centred => JustificationValues.Center,
        PaperLineKind.Right => JustificationValues.Right,
        // Not justified on both sides: an identity number that begins a line would tear the one before it apart.
        _ => JustificationValues.Left,
    };

    private static PaperFont FontOf(PaperLineKind kind) => kind switch
    {
        PaperLineKind.Title => PaperFont.Title,
        PaperLineKind.Heading => PaperFont.Heading,
        _ => PaperFont.Body,
    };
}

/// <summary>A type and its size.</summary>
/// <param name="Name">As Word calls it.</param>
/// <param name="HalfPoints">Its size.</param>
/// <param name="IsBold">Whether it is heavy.</param>
internal sealed record PaperFont(string Name, int HalfPoints, bool IsBold)
{
    /// <summary>From line to line, in twentieths of a point.</summary>
    public const string Line = "560";

    /// <summary>Width of two characters of <see cref="Body"/>, in twentieths of a point.</summary>
    public const string TwoCharacters = "640";

    public static PaperFont Body { get; } = new("仿宋", 32, IsBold: false);

    public static PaperFont Title { get; } = new("宋体", 44, IsBold: true);

    public static PaperFont Heading { get; } = new("仿宋", 32, IsBold: true);

    public static PaperFont Cell { get; } = new("仿宋", 24, IsBold: false);

    public static PaperFont CellLabel { get; } = new("宋体", 24, IsBold: false);

    public static Run Run(string text, PaperFont font)
    {
        var halfPoints = font.HalfPoints.ToString(CultureInfo.InvariantCulture);
        var properties = new RunProperties(new RunFonts { Ascii = font.Name, HighAnsi = font.Name, EastAsia = font.Name, Hint = FontTypeHintValues.EastAsia });
        if (font.IsBold)
            properties.Append(new Bold());
        properties.Append(new FontSize { Val = halfPoints }, new FontSizeComplexScript { Val = halfPoints });
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }
}
