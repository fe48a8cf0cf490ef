namespace LegalService.Knowledge.Import;

/// <summary>Finds the files to import. Symbolic links are never followed: what they name inside the source is found where it stands.</summary>
internal static class SourceFiles
{
    /// <param name="source">The folder to search.</param>
    /// <param name="problems">Gets links that lead outside the source, and folders that cannot be read.</param>
    /// <param name="ct">Ends the search.</param>
    /// <returns>Paths relative to the source, with forward slashes, in ordinal order.</returns>
    public static List<string> Find(string source, List<ImportProblem> problems, CancellationToken ct)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(source));
        var files = new List<string>();
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                    Take(entry, root, files, folders, problems);
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                problems.Add(new ImportProblem(
                    Relative(root, folder), "file.unreadable", $"The folder cannot be read: {e.Message}", FileSkipped: true));
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Take(FileSystemInfo entry, string root, List<string> files, Stack<string> folders, List<ImportProblem> problems)
    {
        if (entry.LinkTarget is not null)
        {
            if (!LeadsInside(entry, root) && (IsStatute(entry.Name) || entry is DirectoryInfo))
                problems.Add(new ImportProblem(
                    Relative(root, entry.FullName), "file.outsideSource", "The link leads outside the source, or nowhere.", FileSkipped: true));
        }
        else if (entry is DirectoryInfo)
        {
            folders.Push(entry.FullName);
        }
        else if (IsStatute(entry.Name))
        {
            files.Add(Relative(root, entry.FullName));
        }
    }

    // ~$x.docx is the lock Word leaves beside an open file.
    private static bool IsStatute(string name) =>
        !name.StartsWith("~$", StringComparison.Ordinal)
        && (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase));

    private static bool LeadsInside(FileSystemInfo link, string root)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } target
                && Path.TrimEndingDirectorySeparator(target.FullName) is var path
                && (path == root || path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
