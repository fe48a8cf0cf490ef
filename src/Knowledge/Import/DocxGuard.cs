using System.Buffers;
using System.IO.Compression;
using System.Xml;

namespace LegalService.Knowledge.Import;

/// <summary>Looks at a DOCX before any other code opens it: sizes, document type definitions, references to the outside.</summary>
internal static class DocxGuard
{
    private const long RatioCountsFrom = 1024 * 1024;

    /// <returns>A code and a reason when the file must not be opened, otherwise null.</returns>
    public static (string Code, string Reason)? Check(Stream file, ImportLimits limits, CancellationToken ct)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.MaxParts)
            return ("docx.zipBomb", $"The file has {archive.Entries.Count} parts; at most {limits.MaxParts} are read.");
        var left = limits.MaxUnpackedBytes;
        foreach (var entry in archive.Entries)
        {
            ct.ThrowIfCancellationRequested();
            if (Unpack(entry, ref left, limits) is { } tooLarge)
                return tooLarge;
            if (IsXml(entry.FullName) && CheckXml(entry) is { } refused)
                return refused;
        }

        return null;
    }

    // The sizes in the directory of a ZIP can lie, so the bytes themselves are counted.
    private static (string, string)? Unpack(ZipArchiveEntry entry, ref long left, ImportLimits limits)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var content = entry.Open();
            long size = 0;
            while (content.Read(buffer) is > 0 and var read)
            {
                size += read;
                left -= read;
                if (left < 0)
                    return ("docx.zipBomb", $"The file unpacks to more than {limits.MaxUnpackedBytes} bytes.");
                if (size > RatioCountsFrom && size / Math.Max(1, entry.CompressedLength) > limits.MaxUnzipRatio)
                    return ("docx.zipBomb", $"Part {entry.FullName} unpacks to more than {limits.MaxUnzipRatio} times its size.");
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static (string, string)? CheckXml(ZipArchiveEntry entry)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1 };
        var relations = entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, settings);
        while (reader.Read())
        {
            // A document type can only stand before the first element, which is then as far as other parts need to be read.
            if (reader.NodeType == XmlNodeType.DocumentType)
                return ("docx.dtd", $"Part {entry.FullName} has a document type definition.");
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (!relations)
                return null;
            if (reader.GetAttribute("TargetMode") == "External"
                && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
                return ("docx.externalReference", $"Part {entry.FullName} refers to something outside the file.");
        }

        return null;
    }
}
