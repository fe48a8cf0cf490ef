using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LegalService.Casework.Letters;

/// <summary>A letter as a Word document, set as official documents are (GB/T 9704-2012: A4, 仿宋 16 pt, title 22 pt, 28 pt from line to line).</summary>
internal static class LetterDocument
{
    private const string Body = "仿宋";
    private const string Heading = "宋体";
    private const int BodyHalfPoints = 32;
    private const int TitleHalfPoints = 44;

    // Twentieths of a point: A4; margins of 37, 35, 28 and 26 mm as the standard has them.
    private static readonly (uint Width, uint Height) Page = (11906, 16838);
    private static readonly (int Top, int Bottom, uint Left, uint Right) Margins = (2098, 1984, 1588, 1474);
    private static readonly (string Line, string TwoCharacters) Spacing = ("560", "640");

    public static byte[] Write(string title, IReadOnlyList<LetterLine> lines)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = title;
            var main = document.AddMainDocumentPart();
            var body = new Body(lines.Select((line, index) => Paragraph(line, isFirstRight: line.Kind == LetterLineKind.Right && lines[Math.Max(0, index - 1)].Kind != LetterLineKind.Right)));
            body.Append(new SectionProperties(
                new PageSize { Width = Page.Width, Height = Page.Height },
                new PageMargin { Top = Margins.Top, Bottom = Margins.Bottom, Left = Margins.Left, Right = Margins.Right, Header = 851, Footer = 992, Gutter = 0 }));
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    // Who signs stands a line below the text.
    private static Paragraph Paragraph(LetterLine line, bool isFirstRight)
    {
        var isTitle = line.Kind == LetterLineKind.Title;
        var set = new ParagraphProperties(new SpacingBetweenLines
        {
            Before = isFirstRight ? Spacing.Line : "0",
            After = isTitle ? "280" : "0",
            Line = isTitle ? "700" : Spacing.Line,
            LineRule = LineSpacingRuleValues.Exact,
        });
        if (line.Kind is LetterLineKind.Paragraph or LetterLineKind.Item)
            set.Append(new Indentation { FirstLine = Spacing.TwoCharacters });
        if (line.Kind == LetterLineKind.Right)
            set.Append(new Indentation { Right = Spacing.TwoCharacters });
        set.Append(new Justification { Val = JustificationOf(line.Kind) });
        return new Paragraph(set, new Run(Properties(isTitle), new Text(line.Text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static JustificationValues JustificationOf(LetterLineKind kind) => kind switch
    {
        LetterLineKind.Title or LetterLineKind.Centred => JustificationValues.Center,
        LetterLineKind.Right => JustificationValues.Right,
        _ => JustificationValues.Both,
    };

    private static RunProperties Properties(bool isTitle)
    {
        var (font, size) = isTitle ? (Heading, TitleHalfPoints) : (Body, BodyHalfPoints);
        var halfPoints = size.ToString(CultureInfo.InvariantCulture);
        var properties = new RunProperties(new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font, Hint = FontTypeHintValues.EastAsia });
        if (isTitle)
            properties.Append(new Bold());
        properties.Append(new FontSize { Val = halfPoints }, new FontSizeComplexScript { Val = halfPoints });
        return properties;
    }
}
