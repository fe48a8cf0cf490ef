using System.IO.Compression;
using LegalService.Kiosk.Keeping;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>Unpacks the file of a corpus. Signed or not, it writes nothing outside its folder and not more than is allowed.</summary>
internal static class CorpusArchive
{
    /// <summary>Unpacks all of it beside its place and puts it there in one step.</summary>
    /// <exception cref="InvalidDataException">It is no ZIP file, names files outside, or is too large.</exception>
    public static async Task UnpackAsync(string archive, string folder, LocalCopyOptions limits, CancellationToken cancellation)
    {
        var draft = folder + DurableFile.Unfinished;
        foreach (var left in ((string[])[draft, folder]).Where(Directory.Exists))
            Directory.Delete(left, recursive: true);
        try
        {
            await using (var zip = await ZipFile.OpenReadAsync(archive, cancellation))
            {
                await UnpackAsync(zip, draft, limits, cancellation);
            }

            Directory.Move(draft, folder);
            DurableFile.FlushFolder(Path.GetDirectoryName(folder)!);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    private static async Task UnpackAsync(ZipArchive zip, string folder, LocalCopyOptions limits, CancellationToken cancellation)
    {
        if (zip.Entries.Count > limits.MostFiles)
            throw new InvalidDataException("Too many files");
        var inside = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var left = limits.MostBytes;
        foreach (var entry in zip.Entries)
        {
            var path = Path.GetFullPath(Path.Combine(folder, entry.FullName));
            if (!path.StartsWith(inside, StringComparison.Ordinal))
                throw new InvalidDataException("A file outside the folder");
            Directory.CreateDirectory(entry.Name.Length == 0 ? path : Path.GetDirectoryName(path)!);
            if (entry.Name.Length > 0)
                left = await UnpackAsync(entry, path, left, cancellation);
        }
    }

    /// <returns>How many bytes may still come.</returns>
    private static async Task<long> UnpackAsync(ZipArchiveEntry entry, string path, long left, CancellationToken cancellation)
    {
        // What the entry says of its own length is not trusted.
        await using var content = await entry.OpenAsync(cancellation);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var piece = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(piece, cancellation)) > 0;)
        {
            left -= read;
            if (left < 0)
                throw new InvalidDataException("Too large");
            await file.WriteAsync(piece.AsMemory(0, read), cancellation);
        }

        file.Flush(flushToDisk: true);
        return left;
    }
}
