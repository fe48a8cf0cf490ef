using LegalService.Casework.Sealing;

namespace LegalService.Casework.Attachments;

/// <summary>A folder of sealed files: <c>ab/abcd….sealed</c>, by the first two characters of the id. Thread safe.</summary>
/// <param name="root">The folder; made when the first file comes.</param>
/// <param name="maxBytes">Bytes of one file.</param>
/// <param name="sealer">The key.</param>
internal sealed class SealedFolder(string root, long maxBytes, Sealer sealer)
{
    private const string Sealed = ".sealed";

    /// <summary>Seals a stream into a draft file. The draft is gone when copying did not reach the end.</summary>
    public async Task<(string Draft, SealedCopy Copy)> DraftAsync(Stream source, string id, Func<ReadOnlyMemory<byte>, bool> look, CancellationToken cancellation)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.draft";
        SealedCopy? copy = null;
        try
        {
            await using var stream = new FileStream(draft, OwnerOnly());
            copy = await SealedFile.WriteAsync(source, stream, sealer, id, maxBytes, look, cancellation);
            if (copy.End == CopyEnd.Whole)
                stream.Flush(flushToDisk: true);
        }
        finally
        {
            if (copy is not { End: CopyEnd.Whole })
                File.Delete(draft);
        }

        return (draft, copy);
    }

    /// <summary>Opens a draft.</summary>
    public SealedReadStream OpenDraft(string draft, string id) => new(draft, sealer, id);

    /// <summary>Gives the draft its name, in one step.</summary>
    public void Keep(string draft, string id) => File.Move(draft, PathOf(id));

    /// <summary>The content; null when the file is not there.</summary>
    public SealedReadStream? Open(string id)
    {
        try
        {
            return new(PathOf(id), sealer, id);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes the file; one that is gone already is no fault.</summary>
    public void Remove(string id)
    {
        var path = PathOf(id);
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>Drafts and files last written before that moment. The id is null for a draft.</summary>
    public IEnumerable<(string Path, string? Id)> OlderThan(DateTimeOffset moment)
    {
        if (!Directory.Exists(root))
            return [];
        return new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.LastWriteTimeUtc < moment.UtcDateTime)
            .Select(file => (file.FullName, file.Name.EndsWith(Sealed, StringComparison.Ordinal) ? file.Name[..^Sealed.Length] : null));
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private string PathOf(string id) => Path.Combine(root, id[..2], id + Sealed);
}
