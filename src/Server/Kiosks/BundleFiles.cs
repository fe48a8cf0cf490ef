using System.Security.Cryptography;
using System.Text;
using LegalService.Casework;
using LegalService.Interviews;
using LegalService.Interviews.Languages;
using LegalService.Knowledge.Hosting;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Kiosks;

/// <summary>A file of the corpus.</summary>
/// <param name="Name">In the ZIP, such as <c>corpus/faq/wages.md</c>.</param>
/// <param name="Path">On this server.</param>
internal sealed record BundleFile(string Name, string Path);

/// <summary>Which files of this server kiosks get.</summary>
internal sealed class BundleFiles(
    IOptions<BundleOptions> options, IOptions<KnowledgeOptions> knowledge, IOptions<InterviewsOptions> interviews, IOptions<CorpusOptions> corpus,
    IOptions<TextsOptions> texts)
{
    private const string Shipped = "corpus";
    private const string FullText = "fulltext";
    private const string Desk = "desk";

    /// <summary>Those that are there now, by name; of two with one name the first.</summary>
    public IReadOnlyList<BundleFile> List() =>
        [.. Folders().SelectMany(folder => FilesOf(folder.Name, folder.Path)).DistinctBy(file => file.Name, StringComparer.Ordinal).OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>Changes when a file comes, goes or is written; nothing is read for it.</summary>
    public static string Stamp(IEnumerable<BundleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            var info = new FileInfo(file.Path);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{info.Length}\n{info.LastWriteTimeUtc.Ticks}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first corpus folder is the shipped one, the last one the desk's; what a county put between goes with the full text.</summary>
    private IEnumerable<(string Name, string Path)> Folders()
    {
        var folders = knowledge.Value.Folders;
        foreach (var part in Parts)
            yield return ($"{Shipped}/{part}", Elsewhere(part) ?? Path.Combine(folders[0], part));
        if (options.Value.FullText)
        {
            foreach (var folder in folders.Skip(1).SkipLast(1))
                yield return (FullText, folder);
        }

        yield return (Desk, folders[^1]);
    }

    private IEnumerable<string> Parts => options.Value.Parts.Count > 0 ? options.Value.Parts : BundleOptions.UsefulParts;

    /// <summary>Where a setting has put a part that does not lie in the corpus folder; null for the others.</summary>
    private string? Elsewhere(string part) => part switch
    {
        "services" => interviews.Value.Folder,
        "calculators" when interviews.Value.CalculatorsFolder.Length > 0 => interviews.Value.CalculatorsFolder,
        "forms" when interviews.Value.FormsFolder.Length > 0 => interviews.Value.FormsFolder,
        "texts" => texts.Value.Folder,
        "calendar" => corpus.Value.Calendar,
        _ => null,
    };

    private static IEnumerable<BundleFile> FilesOf(string name, string folder) => !Directory.Exists(folder) ? [] :
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')
        // A name that starts with a dot is being written; a README tells editors of the format.
        where !relative.Split('/').Any(step => step.StartsWith('.')) && Path.GetFileName(path) != "README.md"
        select new BundleFile($"{name}/{relative}", path);
}
