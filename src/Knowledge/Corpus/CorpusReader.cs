using System.Security.Cryptography;
using System.Text;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.Corpus;

/// <summary>Reads corpus folders: the shipped <c>corpus</c>, and folders of full text written by <c>import</c>.</summary>
public static class CorpusReader
{
    /// <summary>
    /// Reads the folders and takes them together as one corpus. Where two of them say the same (a version of a law, a note, an FAQ entry), the later one counts;
    /// it may also withdraw a note or an entry of an earlier one.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">A folder is missing.</exception>
    /// <exception cref="InvalidDataException">A file without which nothing can be said is broken (<c>answers/</c>, <c>prompts/</c>, <c>ranking/</c>).</exception>
    public static async Task<LegalCorpus> ReadAsync(IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        var problems = new List<CorpusProblem>();
        var statutes = new List<Statute>();
        var notes = new List<StatuteNotes>();
        var faq = new List<FaqEntry>();
        var lexicon = new List<LexiconEntry>();
        AnswerTexts? answers = null;
        ModelPrompts? prompts = null;
        RankingWeights? ranking = null;
        RankingArtefacts? artefacts = null;
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
                throw new DirectoryNotFoundException($"找不到语料文件夹 {folder}");
            if (FullTextStore.Exists(folder))
                statutes.AddRange(await FullTextStore.ReadAsync(folder, cancellationToken));
            notes = CorpusLayers.Notes(notes, [.. ReadFiles(folder, "statutes", problems, StatuteNotesReader.Read)]);
            var faqFiles = ReadFiles(folder, "faq", problems, FaqReader.Read).ToList();
            faq = CorpusLayers.Entries(faq, Unique(faqFiles.SelectMany(file => file.Entries), problems), faqFiles.SelectMany(file => file.Withdrawn));
            lexicon.AddRange(ReadFiles(folder, "lexicon", problems, LexiconReader.Read).SelectMany(entries => entries));
            if (Directory.Exists(Path.Combine(folder, "answers")))
                answers = AnswerTextsReader.Read(Path.Combine(folder, "answers"));
            if (Directory.Exists(Path.Combine(folder, "prompts")))
                prompts = ModelPromptsReader.Read(Path.Combine(folder, "prompts"));
            if (Directory.Exists(Path.Combine(folder, "ranking")))
            {
                ranking = RankingWeights.Read(Path.Combine(folder, "ranking", "weights.yaml"));
                artefacts = RankingArtefacts.In(Path.Combine(folder, "ranking"));
            }
        }

        return new LegalCorpus
        {
            Statutes = Merge(statutes),
            Notes = notes,
            Faq = faq,
            Lexicon = lexicon,
            Answers = answers,
            Prompts = prompts,
            Ranking = ranking ?? new RankingWeights(),
            Artefacts = artefacts ?? RankingArtefacts.None,
            Problems = problems,
        };
    }

    /// <summary>A short text that changes when any file of the folders is added, changed or removed, and when the index is laid out otherwise.</summary>
    public static string Fingerprint(IReadOnlyList<string> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([KnowledgeIndex.Format]);
        foreach (var file in folders.Where(Directory.Exists).SelectMany(FilesOf))
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static IEnumerable<FileInfo> FilesOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !IsHidden(folder, file)).OrderBy(file => file.FullName, StringComparer.Ordinal);

    // What is being written stands in names that start with a dot until it is whole.
    private static bool IsHidden(string folder, FileInfo file) =>
        Path.GetRelativePath(folder, file.FullName).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'));

    private static IEnumerable<T> ReadFiles<T>(
        string folder, string kind, List<CorpusProblem> problems, Func<string, string, Action<CorpusProblem>, T> read)
    {
        var root = Path.Combine(folder, kind);
        if (!Directory.Exists(root))
            yield break;
        foreach (var path in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) == "README.md")
                continue;
            if (TryRead(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), problems, read, out var content))
                yield return content;
        }
    }

    private static bool TryRead<T>(
        string path, string name, List<CorpusProblem> problems, Func<string, string, Action<CorpusProblem>, T> read, out T content)
    {
        content = default!;
        try
        {
            content = read(name, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), problems.Add);
            return true;
        }
        catch (CorpusFormatException exception)
        {
            problems.Add(new CorpusProblem(name, exception.Line, exception.Code, exception.Message));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new CorpusProblem(name, 0, "file.notUtf8", "文件不是 UTF-8 编码"));
        }

        return false;
    }

    private static List<FaqEntry> Unique(IEnumerable<FaqEntry> entries, List<CorpusProblem> problems)
    {
        var seen = new Dictionary<string, FaqEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!seen.TryAdd(entry.Id, entry))
                problems.Add(new CorpusProblem(entry.File, entry.Line, "faq.duplicateId", $"编号 {entry.Id} 已经在 {seen[entry.Id].File} 里用过"));
        }

        return [.. seen.Values];
    }

    /// <summary>
    /// The same law from several folders: the later folder's versions win over the same version of an earlier one, and a version ends where the
    /// next one starts, which its own folder may not have known.
    /// </summary>
    private static List<Statute> Merge(List<Statute> statutes) =>
    [
        .. statutes.GroupBy(statute => statute.Law, StringComparer.Ordinal).Select(group => group.Count() == 1
            ? group.First()
            : new Statute(group.Key, EndedByTheNext([.. group.SelectMany(s => s.Versions).GroupBy(v => v.Start).Select(g => g.Last()).OrderBy(v => v.Start)]))),
    ];

    private static List<StatuteVersion> EndedByTheNext(List<StatuteVersion> versions) =>
    [
        .. versions.Zip(versions.Skip(1), (version, next) =>
            version.InForceTo < next.Start ? version : version with { InForceTo = next.Start.AddDays(-1) }),
        versions[^1],
    ];
}
