using System.Text.Json;
using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Import;

/// <summary>The file fulltext.json, by which a full-text corpus is found.</summary>
internal static partial class FullTextManifestFile
{
    public const int Format = 1;
    private const string Name = "fulltext.json";

    /// <summary>Exchanges the manifest at one blow.</summary>
    public static async Task ReplaceAsync(string directory, FullTextManifest manifest, CancellationToken ct)
    {
        var path = Path.Combine(directory, Name);
        var fresh = path + ".new";
        await using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(stream, manifest, FullTextSerializer.Json.FullTextManifest, ct);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Null when there is none, or it is not of this format.</summary>
    public static FullTextManifest? Read(string directory)
    {
        try
        {
            var path = Path.Combine(directory, Name);
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

    /// <summary>True for the name of a folder that the corpus has made itself.</summary>
    public static bool IsFolderName(string name) => FolderName().IsMatch(name);

    [GeneratedRegex("^[0-9a-f]{16}(-[0-9]{1,4})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderName();
}
