using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LegalService.Knowledge.Import;

/// <summary>Reads the paragraphs of a DOCX in order, those in tables too. Nothing is fetched and nothing is kept in memory as a tree.</summary>
internal static class DocxReader
{
    private static ReadOnlySpan<byte> OleHeader => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static ReadResult Read(string file, byte[] bytes, ImportLimits limits, CancellationToken ct)
    {
        if (bytes.AsSpan().StartsWith(OleHeader))
            return ReadResult.Skip(file, "docx.encrypted", "The file is protected by a password, or it is a .doc. Save it as DOCX without one.");
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            if (DocxGuard.Check(stream, limits, ct) is { } refused)
                return ReadResult.Skip(file, refused.Code, refused.Reason);
            stream.Position = 0;
            var lines = Lines(stream, limits, ct);
            return lines is null
                ? ReadResult.Skip(file, "docx.tooLarge", $"The file has more than {limits.MaxParagraphs} paragraphs.")
                : DocxFrontMatter.Split(file, lines);
        }
        catch (Exception e) when (e is InvalidDataException or FileFormatException or XmlException or OpenXmlPackageException
            or IOException or InvalidOperationException or ArgumentException or FormatException or NotSupportedException)
        {
            return ReadResult.Skip(file, "docx.broken", $"The file is no readable DOCX: {e.Message}");
        }
    }

    private static List<SourceLine>? Lines(Stream stream, ImportLimits limits, CancellationToken ct)
    {
        using var package = WordprocessingDocument.Open(
            stream, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = limits.MaxUnpackedBytes });
        var lines = new List<SourceLine>();
        if (package.MainDocumentPart is not { } main)
            throw new InvalidDataException("There is no main document.");
        using var reader = OpenXmlReader.Create(main);
        var paragraphs = new Stack<ParagraphText>();
        while (ReadNext(reader, ct))
        {
            if (reader.ElementType == typeof(Paragraph))
            {
                if (reader.IsStartElement)
                    paragraphs.Push(new ParagraphText());
                if (reader.IsEndElement && paragraphs.TryPop(out var done))
                    done.AddTo(lines);
            }
            else if (reader.IsStartElement && paragraphs.TryPeek(out var paragraph))
            {
                paragraph.Take(reader);
            }

            if (lines.Count > limits.MaxParagraphs)
                return null;
        }

        return lines;
    }

    private static bool ReadNext(OpenXmlReader reader, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!reader.Read())
            return false;
        // Text that was moved away stands at its new place too, and a fallback repeats what it falls back from.
        while (reader.IsStartElement && (reader.ElementType == typeof(MoveFromRun) || reader.ElementType == typeof(AlternateContentFallback)))
            reader.Skip();
        return !reader.EOF;
    }

    private sealed class ParagraphText
    {
        private readonly StringBuilder _text = new();
        private bool _centred;

        public void Take(OpenXmlReader reader)
        {
            var type = reader.ElementType;
            if (type == typeof(Text))
                _text.Append(reader.GetText());
            else if (type == typeof(TabChar))
                _text.Append('\t');
            else if (type == typeof(Break) || type == typeof(CarriageReturn))
                _text.Append('\n');
            else if (type == typeof(NoBreakHyphen))
                _text.Append('-');
            else if (type == typeof(Justification))
                _centred |= reader.Attributes.Any(a => a is { LocalName: "val", Value: "center" });
        }

        public void AddTo(List<SourceLine> lines)
        {
            foreach (var part in _text.ToString().Split('\n'))
            {
                if (SourceText.Trim(part) is { Length: > 0 } line)
                    lines.Add(new SourceLine(line, Centred: _centred));
            }
        }
    }
}
