using System.Text.RegularExpressions;
using LegalService.Knowledge.Import;

namespace LegalService.Knowledge.Sync;

/// <summary>Reads a downloaded file, whatever the database says it is, as a version of the wanted law.</summary>
internal static class DownloadedFile
{
    private const int LongestComment = 66_000;

    private static ReadOnlySpan<byte> EndOfArchive => "PK\x05\x06"u8;

    /// <param name="bytes">The file.</param>
    /// <param name="name">The name it is kept under, with its day: a header that lacks the last amendment is noticed by it.</param>
    /// <param name="row">The version it should be.</param>
    /// <param name="ct">Ends the reading.</param>
    public static Reply<ReadVersion> Read(byte[] bytes, string name, LawRow row, CancellationToken ct)
    {
        if (Mislabelled(bytes) is { } fault)
            return fault;
        try
        {
            var read = DocxReader.Read(name, bytes, new ImportLimits(), ct);
            if (read.Document is not { } document)
                return new SyncFault(read.Problem!.Code, $"文件读不出来：{read.Problem.Reason}");
            if (LawRow.Key(document.Title) != LawRow.Key(row.Title))
                return new SyncFault("answer.wrongLaw", $"要的是《{row.Title}》，下载到的是《{document.Title}》");
            var version = VersionReader.Read(document);
            return version.Version.Articles.Count + version.Version.Body.Count == 0
                ? new SyncFault("text.empty", "文件里没有正文")
                : version;
        }
        catch (RegexMatchTimeoutException)
        {
            return new SyncFault("text.tooComplex", "文件里有一行太复杂，读不完");
        }
    }

    private static SyncFault? Mislabelled(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => new SyncFault("file.empty", "下载到的文件是空的"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => new SyncFault("file.doc", "只有旧的 .doc 文件，读不了"),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new SyncFault("file.pdf", "只有 PDF 文件，读不了"),
        // The directory of an archive stands at its end, so a file that breaks off has none.
        [(byte)'P', (byte)'K', 3, 4, ..] => bytes[Math.Max(0, bytes.Length - LongestComment)..].LastIndexOf(EndOfArchive) >= 0
            ? null
            : new SyncFault("file.truncated", "文件没有下载完整"),
        _ => new SyncFault("file.unknown", "下载到的不是 Word 文件"),
    };
}
