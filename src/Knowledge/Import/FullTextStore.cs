using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Import;

/// <summary>
/// The full-text corpus on disk: a manifest, fulltext.json, and below laws/ a folder with one JSON file per law. The manifest names that folder,
/// so replacing the manifest replaces the corpus at one blow; whatever ends a write before that leaves the old one. Nothing else that
/// stands in the directory is touched.
/// </summary>
public static class FullTextStore
{
    private const string LawsName = "laws";
    private const string LockName = ".fulltext.lock";

    /// <summary>True when the directory holds a corpus of this format.</summary>
    public static bool Exists(string directory) => FullTextManifestFile.Read(directory) is not null;

    /// <summary>Changes whenever the content changes, and only then; the empty string when there is no corpus. Reads only the manifest.</summary>
    public static string Fingerprint(string directory) => FullTextManifestFile.Read(directory)?.ContentHash ?? "";

    /// <summary>Writes a corpus in place of the one that is there.</summary>
    /// <param name="directory">Made when it is missing.</param>
    /// <param name="statutes">Every law once.</param>
    /// <param name="ct">Leaves the old corpus when cancelled.</param>
    /// <exception cref="IOException">The disk fails, or another process is writing here.</exception>
    /// <exception cref="ArgumentException">A law stands in the list twice.</exception>
    public static async Task WriteAsync(string directory, IReadOnlyList<Statute> statutes, CancellationToken ct)
    {
        await PublishAsync(directory, async (fresh, _) =>
        {
            var hashes = await WriteLawsAsync(fresh, statutes, ct);
            var versions = statutes.SelectMany(statute => statute.Versions).ToList();
            return new FullTextManifest(FullTextManifestFile.Format, "", statutes.Count, versions.Count, versions.Sum(version => version.Articles.Count), Combine(hashes));
        }, ct);
    }

    /// <summary>Puts laws in the place of the same laws of the corpus, or adds them; every other law stays as it is.</summary>
    /// <param name="directory">Made when it is missing.</param>
    /// <param name="changed">Every law once.</param>
    /// <param name="ct">Leaves the old corpus when cancelled.</param>
    /// <exception cref="IOException">The disk fails, or another process is writing here.</exception>
    /// <exception cref="InvalidDataException">A file was changed, damaged or removed since the corpus was written. Import again.</exception>
    /// <exception cref="ArgumentException">A law stands in the list twice.</exception>
    public static Task ReplaceAsync(string directory, IReadOnlyList<Statute> changed, CancellationToken ct) =>
        PublishAsync(directory, async (fresh, old) =>
        {
            var kept = old is null ? [] : await CopyLawsAsync(directory, old, fresh, ct);
            var replaced = kept.Where(file => changed.Any(law => LawFileName.Of(law.Law) == file.Name)).ToList();
            var before = replaced.Select(file => JsonSerializer.Deserialize(
                File.ReadAllBytes(Path.Combine(fresh, file.Name)), FullTextSerializer.Json.Statute)!).ToList();
            var hashes = await WriteLawsAsync(fresh, changed, ct);
            return new FullTextManifest(
                FullTextManifestFile.Format,
                "",
                (old?.Laws ?? 0) + changed.Count - before.Count,
                (old?.Versions ?? 0) + changed.Sum(law => law.Versions.Count) - before.Sum(law => law.Versions.Count),
                (old?.Articles ?? 0) + changed.Sum(ArticlesOf) - before.Sum(ArticlesOf),
                Combine(kept.Except(replaced).Concat(hashes)));
        }, ct);

    /// <summary>Reads all laws, ordered by their short titles.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no corpus, or not one of this format.</exception>
    /// <exception cref="InvalidDataException">A file was changed, damaged or removed since the corpus was written. Import again.</exception>
    public static async Task<IReadOnlyList<Statute>> ReadAsync(string directory, CancellationToken ct)
    {
        var manifest = FullTextManifestFile.Read(directory) ?? throw new DirectoryNotFoundException($"There is no full-text corpus in {directory}.");
        var folder = Path.Combine(directory, LawsName, manifest.Folder);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        Array.Sort(files, StringComparer.Ordinal);
        var (statutes, hashes) = (new Statute[files.Length], new LawFile[files.Length]);
        try
        {
            await Parallel.ForAsync(0, files.Length, ct, async (index, stop) =>
            {
                var bytes = await File.ReadAllBytesAsync(files[index], stop);
                hashes[index] = LawFile.Of(Path.GetFileName(files[index]), bytes);
                statutes[index] = JsonSerializer.Deserialize(bytes, FullTextSerializer.Json.Statute)
                    ?? throw new JsonException("The file holds null.");
            });
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The full-text corpus in {directory} is damaged. Import again.", e);
        }

        if (Combine(hashes) != manifest.ContentHash)
            throw Changed(directory);
        Array.Sort(statutes, (left, right) => string.CompareOrdinal(left.Law, right.Law));
        return statutes;
    }

    private static async Task PublishAsync(
        string directory, Func<string, FullTextManifest?, Task<FullTextManifest>> write, CancellationToken ct)
    {
        var laws = Directory.CreateDirectory(Path.Combine(directory, LawsName)).FullName;
        await using var gate = new FileStream(
            Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        var fresh = Path.Combine(laws, $".new-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(fresh);
            var old = FullTextManifestFile.Read(directory);
            var manifest = await write(fresh, old);
            var folder = FreeName(laws, manifest.ContentHash);
            Directory.Move(fresh, Path.Combine(laws, folder));
            await FullTextManifestFile.ReplaceAsync(directory, manifest with { Folder = folder }, ct);
            // The folder before this one stays for whoever is reading it now.
            RemoveOld(laws, folder, old?.Folder);
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
    }

    private static async Task<LawFile[]> CopyLawsAsync(string directory, FullTextManifest manifest, string fresh, CancellationToken ct)
    {
        var folder = Path.Combine(directory, LawsName, manifest.Folder);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        var hashes = new LawFile[files.Length];
        await Parallel.ForAsync(0, files.Length, ct, async (index, stop) =>
        {
            var (name, bytes) = (Path.GetFileName(files[index]), await File.ReadAllBytesAsync(files[index], stop));
            hashes[index] = LawFile.Of(name, bytes);
            await File.WriteAllBytesAsync(Path.Combine(fresh, name), bytes, stop);
        });
        return Combine(hashes) == manifest.ContentHash ? hashes : throw Changed(directory);
    }

    private static async Task<LawFile[]> WriteLawsAsync(string folder, IReadOnlyList<Statute> statutes, CancellationToken ct)
    {
        var named = statutes.Select(statute => (Name: LawFileName.Of(statute.Law), Statute: statute))
            .OrderBy(law => law.Name, StringComparer.Ordinal).ToList();
        if (named.DistinctBy(law => law.Name, StringComparer.OrdinalIgnoreCase).Count() != named.Count)
            throw new ArgumentException("A law stands in the list twice.", nameof(statutes));
        var hashes = new LawFile[named.Count];
        await Parallel.ForAsync(0, named.Count, ct, async (index, stop) =>
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(named[index].Statute, FullTextSerializer.Json.Statute);
            hashes[index] = LawFile.Of(named[index].Name, bytes);
            await File.WriteAllBytesAsync(Path.Combine(folder, named[index].Name), bytes, stop);
        });
        return hashes;
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
            if (name != current && name != previous && FullTextManifestFile.IsFolderName(name))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static int ArticlesOf(Statute law) => law.Versions.Sum(version => version.Articles.Count);

    private static InvalidDataException Changed(string directory) =>
        new($"The full-text corpus in {directory} was changed since it was written. Import again.");

    private static string Combine(IEnumerable<LawFile> files) => Convert.ToHexStringLower(
        SHA256.HashData([.. files.OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(file => file.Hash)]));

    /// <summary>A file of the corpus and the hash of its name and bytes.</summary>
    private sealed record LawFile(string Name, byte[] Hash)
    {
        public static LawFile Of(string name, byte[] bytes) =>
            new(name, SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0, .. SHA256.HashData(bytes)]));
    }
}
