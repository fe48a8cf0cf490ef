namespace LegalService.Knowledge.Questions;

/// <summary>The tables of characters that are built into the program.</summary>
internal static class CharacterFile
{
    /// <summary>The lines of a table, without its comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(CharacterFile).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                yield return line;
        }
    }
}
