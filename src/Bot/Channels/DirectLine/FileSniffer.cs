namespace LegalService.Bot.Channels.DirectLine;

/// <summary>Tells a file's type by how it begins, not by what its sender says.</summary>
internal static class FileSniffer
{
    /// <summary>Media type; null for what is not taken.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return "image/png";
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "image/jpeg";
        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
            return "image/gif";
        if (content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8))
            return "image/webp";
        return content.StartsWith("%PDF-"u8) ? "application/pdf" : null;
    }
}
