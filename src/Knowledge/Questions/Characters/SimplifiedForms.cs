namespace LegalService.Knowledge.Questions;

/// <summary>The simplified forms of traditional characters. What has none, or is a simplified character too, stays as it is.</summary>
internal static class SimplifiedForms
{
    private static readonly char[] Forms = Read();

    /// <summary>The simplified form of a character; the character itself when it has none.</summary>
    public static char Of(char character) => Forms[character];

    private static char[] Read()
    {
        var forms = new char[char.MaxValue + 1];
        for (var code = 0; code < forms.Length; code++)
            forms[code] = (char)code;
        foreach (var line in CharacterFile.Lines("traditional.txt"))
        {
            foreach (var traditional in line.AsSpan(2))
                forms[traditional] = line[0];
        }

        return forms;
    }
}
