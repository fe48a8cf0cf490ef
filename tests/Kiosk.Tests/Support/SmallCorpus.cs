namespace LegalService.Kiosk.Tests.Support;

/// <summary>The shipped corpus with few laws and questions, so that a kiosk is ready at once.</summary>
internal static class SmallCorpus
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "corpus");

    public static string Folder { get; } = Make(Scratch.NewFolder());

    /// <summary>Copies it to a folder.</summary>
    public static string Make(string folder)
    {
        foreach (var path in Directory.GetFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Shipped, path);
            if (!IsTaken(name))
                continue;
            var copy = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        return folder;
    }

    private static bool IsTaken(string name) => name.Split(Path.DirectorySeparatorChar)[0] switch
    {
        "statutes" => name.Contains("劳动合同法", StringComparison.Ordinal),
        "faq" => Path.GetFileName(name).StartsWith('劳'),
        "ranking" => Path.GetExtension(name) is ".yaml",
        "lexicon" or "prompts" or "letters" or "figures" or "notifications" or "places" or "forms" => false,
        _ => true,
    };
}
