using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>
/// The full-text corpus on disk: a manifest, fulltext.json, and below laws/ a folder with one JSON file per law. The manifest names that folder,
/// so replacing the manifest replaces the corpus at one blow; whatever ends a write before that leaves the old one. Nothing else that
/// stands in the directory is touched.
/// </summary>
public static partial class FullTextStore
{
    private const int Format = 1;
    private const string ManifestName = "fulltext.json";
    private const string LawsName = "laws";
    private const string LockName = ".fulltext.lock";

    /// <summary>True when the directory holds a corpus of this format.</summary>
    public static bool Exists(string directory) => ReadManifest(directory) is not null;

    /// <summary>Changes whenever the content changes, and only then; the empty string when there is no corpus. Reads only the manifest.</summary>
    public static string Fingerprint(string directory) => ReadManifest(directory)?.ContentHash ?? "";

    /// <summary>Writes a corpus in place of the one that is there.</summary>
    /// <param name="directory">Made when it is missing.</param>
    /// <param name="statutes">Every law once.</param>
    /// <param name="ct">Leaves the old corpus when cancelled.</param>
    /// <exception cref="IOException">The disk fails, or another process is writing here.</exception>
    /// <exception cref="ArgumentException">A law stands in the list twice.</exception>
    public static async Task WriteAsync(string directory, IReadOnlyList<Statute> statutes, CancellationToken ct)
    {
        var laws = Directory.CreateDirectory(Path.Combine(directory, LawsName)).FullName;
        await using var gate = new FileStream(
            Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        var fresh = Path.Combine(laws, $".new-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(fresh);
            var hash = await WriteLawsAsync(fresh, statutes, ct);
            var old = ReadManifest(directory)?.Folder;
            var folder = FreeName(laws, hash);
            Directory.Move(fresh, Path.Combine(laws, folder));
            var versions = statutes.SelectMany(statute => statute.Versions).ToList();
            var manifest = new FullTextManifest(
                Format, folder, statutes.Count, versions.Count, versions.Sum(version => version.Articles.Count), hash);
            await ReplaceManifestAsync(directory, manifest, ct);
            // The folder before this one stays for whoever is reading it now.
            RemoveOld(laws, folder, old);
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
    }

    /// <summary>Reads all laws, ordered by their short titles.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no corpus, or not one of this format.</exception>
    /// <exception cref="InvalidDataException">A file was changed, damaged or removed since the corpus was written. Import again.</exception>
    public static async Task<IReadOnlyList<Statute>> ReadAsync(string directory, CancellationToken ct)
    {
        var manifest = ReadManifest(directory) ?? throw new DirectoryNotFoundException($"There is no full-text corpus in {directory}.");
        var folder = Path.Combine(directory, LawsName, manifest.Folder);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        Array.Sort(files, StringComparer.Ordinal);
        var (statutes, hashes) = (new Statute[files.Length], new byte[files.Length][]);
        try
        {
            await Parallel.ForAsync(0, files.Length, ct, async (index, stop) =>
            {
                var bytes = await File.ReadAllBytesAsync(files[index], stop);
                hashes[index] = HashOf(Path.GetFileName(files[index]), bytes);
                statutes[index] = JsonSerializer.Deserialize(bytes, FullTextSerializer.Json.Statute)
                    ?? throw new JsonException("The file holds null.");
            });
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The full-text corpus in {directory} is damaged. Import again.", e);
        }

        if (Combine(hashes) != manifest.ContentHash)
            throw new InvalidDataException($"The full-text corpus in {directory} was changed since it was written. Import again.");
        Array.Sort(statutes, (left, right) => string.CompareOrdinal(left.Law, right.Law));
        return statutes;
    }

    private static async Task<string> WriteLawsAsync(string folder, IReadOnlyList<Statute> statutes, CancellationToken ct)
    {
        var named = statutes.Select(statute => (Name: LawFileName.Of(statute.Law), Statute: statute))
            .OrderBy(law => law.Name, StringComparer.Ordinal).ToList();
        if (named.DistinctBy(law => law.Name, StringComparer.OrdinalIgnoreCase).Count() != named.Count)
            throw new ArgumentException("A law stands in the list twice.", nameof(statutes));
        var hashes = new byte[named.Count][];
        await Parallel.ForAsync(0, named.Count, ct, async (index, stop) =>
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(named[index].Statute, FullTextSerializer.Json.Statute);
            hashes[index] = HashOf(named[index].Name, bytes);
            await File.WriteAllBytesAsync(Path.Combine(folder, named[index].Name), bytes, stop);
        });
        return Combine(hashes);
    }

    private static async Task ReplaceManifestAsync(string directory, FullTextManifest manifest, CancellationToken ct)
    {
        var path = Path.Combine(directory, ManifestName);
        var fresh = path + ".new";
        await using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(stream, manifest, FullTextSerializer.Json.FullTextManifest, ct);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    private static FullTextManifest? ReadManifest(string directory)
    {
        try
        {
            var path = Path.Combine(directory, ManifestName);
            return File.Exists(path)
                && JsonSerializer.Deserialize(File.ReadAllBytes(path), FullTextSerializer.Json.FullTextManifest) is { Format: Format } manifest
                && FolderName().IsMatch(manifest.Folder)
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string FreeName(string laws, string hash)
    {
        var name = hash[..16];
        for (var number = 1; Directory.Exists(Path.Combine(laws, name)); number++)
            name = $"{hash[..16]}-{number}";
        return name;
    }

    private static void RemoveOld(string laws, string current, string? previous)
    {
        foreach (var folder in Directory.GetDirectories(laws))
        {
            // Only what this class has named is its own to remove.
            var name = Path.GetFileName(folder);
            if (name != current && name != previous && FolderName().IsMatch(name))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] HashOf(string name, byte[] bytes) => SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0, .. SHA256.HashData(bytes)]);

    private static string Combine(byte[][] hashes) => Convert.ToHexStringLower(SHA256.HashData([.. hashes.SelectMany(hash => hash)]));

    [GeneratedRegex("^[0-9a-f]{16}(-[0-9]{1,4})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderName();
}
