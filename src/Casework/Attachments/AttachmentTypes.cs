using System.IO.Compression;

namespace LegalService.Casework.Attachments;

/// <summary>Tells a file's type by its content. Nothing in it is run, drawn or unpacked to disk.</summary>
internal static class AttachmentTypes
{
    /// <summary>Bytes that <see cref="Sniff"/> wants to see.</summary>
    public const int HeadBytes = 16;

    private const int MaxEntries = 2_000;
    private const long MaxUnpacked = 500L * 1024 * 1024;

    /// <summary>The type that the first bytes promise; null for all that is not taken. A Word document still has to pass <see cref="IsPlainDocument"/>.</summary>
    public static AttachmentType? Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return AttachmentType.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return AttachmentType.Png;
        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8))
            return AttachmentType.WebP;
        if (head.StartsWith("%PDF-"u8))
            return AttachmentType.Pdf;
        return head.StartsWith("PK\x03\x04"u8) ? AttachmentType.Docx : null;
    }

    /// <summary>Whether the archive is a Word document and nothing else: no macros, no embedded programs, no bomb.</summary>
    public static bool IsPlainDocument(Stream seekable)
    {
        try
        {
            using var archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            return names.Count <= MaxEntries
                && archive.Entries.Sum(entry => entry.Length) <= MaxUnpacked
                && names.Contains("[Content_Types].xml", StringComparer.Ordinal)
                && names.Contains("word/document.xml", StringComparer.Ordinal)
                && !names.Any(IsDangerous);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The media type for a download.</summary>
    public static string MediaType(this AttachmentType type) => type switch
    {
        AttachmentType.Jpeg => "image/jpeg",
        AttachmentType.Png => "image/png",
        AttachmentType.WebP => "image/webp",
        AttachmentType.Pdf => "application/pdf",
        AttachmentType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The extensions by which a field may name this type.</summary>
    public static IReadOnlyList<string> Extensions(this AttachmentType type) => type switch
    {
        AttachmentType.Jpeg => ["jpg", "jpeg"],
        AttachmentType.Png => ["png"],
        AttachmentType.WebP => ["webp"],
        AttachmentType.Pdf => ["pdf"],
        AttachmentType.Docx => ["docx"],
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static bool IsDangerous(string name) =>
        name.Contains("..", StringComparison.Ordinal) || name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal)
        || name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);
}
