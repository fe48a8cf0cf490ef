using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LegalService.Knowledge.Tests.Import;

/// <summary>Builds DOCX files. A line that starts with ^ is centred; one that starts with | stands in a table.</summary>
internal static class DocxFile
{
    public static byte[] Of(params string[] lines) => Of(_ => { }, lines);

    public static byte[] Of(Action<MainDocumentPart> change, params string[] lines)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new Document(new Body(lines.Select(Element)));
            change(main);
        }

        return stream.ToArray();
    }

    private static OpenXmlElement Element(string line) => line switch
    {
        ['|', .. var cells] => new Table(new TableRow(cells.Split('|').Select(cell => new TableCell(Paragraph(cell))))),
        _ => Paragraph(line),
    };

    private static Paragraph Paragraph(string line)
    {
        var centred = line.StartsWith('^');
        // Word cuts a sentence into runs as it pleases.
        var text = centred ? line[1..] : line;
        var paragraph = new Paragraph(
            new Run(new Text(text[..(text.Length / 2)]) { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new Text(text[(text.Length / 2)..]) { Space = SpaceProcessingModeValues.Preserve }));
        if (centred)
            paragraph.PrependChild(new ParagraphProperties(new Justification { Val = JustificationValues.Center }));
        return paragraph;
    }
}
