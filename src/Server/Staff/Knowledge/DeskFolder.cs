using System.Text;
using LegalService.Casework.KnowledgeDesk;
using LegalService.Knowledge.Editing;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>The corpus folder that holds what the desk has put into use: one file for each entry.</summary>
internal static class DeskFolder
{
    /// <summary>Makes the folder hold these entries and nothing else. What is right already is not touched, so that an index built from it stays good.</summary>
    /// <returns>True when anything was changed.</returns>
    public static bool Write(string folder, IReadOnlyList<LiveEntry> entries)
    {
        var wanted = entries.Select(entry => (Name: EntryName.Parse(entry.Entry), entry.Text)).Where(pair => pair.Name is not null)
            .ToDictionary(pair => Path.Combine(folder, pair.Name!.File), pair => pair.Text, StringComparer.Ordinal);
        var changed = false;
        foreach (var (path, text) in wanted.Where(pair => !Holds(pair.Key, pair.Value)))
        {
            Replace(path, text);
            changed = true;
        }

        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories) : [])
        {
            if (wanted.ContainsKey(path) || Path.GetFileName(path).StartsWith('.'))
                continue;
            File.Delete(path);
            changed = true;
        }

        return changed;
    }

    private static bool Holds(string path, string text) => File.Exists(path) && File.ReadAllText(path) == text;

    /// <summary>Whole or not at all: a name that starts with a dot is not read.</summary>
    private static void Replace(string path, string text)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}");
        File.WriteAllText(unfinished, text, new UTF8Encoding(false));
        File.Move(unfinished, path, overwrite: true);
    }
}
