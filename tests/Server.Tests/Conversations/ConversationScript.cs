namespace LegalService.Server.Tests.Conversations;

/// <summary>A conversation as it is written down in <c>Scripts</c>: lines of a label, ： and words; a line without a label goes on with the one before.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Lines">In order.</param>
internal sealed record ConversationScript(string Name, IReadOnlyList<ScriptLine> Lines)
{
    /// <summary>What a line may begin with; the README beside the scripts says what each does.</summary>
    private static readonly string[] Labels = ["时", "等", "我", "传", "它", "非", "钮", "记", "占"];

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "conversation-scripts");

    public static ConversationScript Read(string name)
    {
        var lines = new List<ScriptLine>();
        foreach (var (text, place) in File.ReadLines(Path.Combine(Folder, name)).Select((text, place) => (text, place + 1)))
        {
            if (text.Length == 0 || text.StartsWith('#'))
                continue;
            if (Labels.FirstOrDefault(label => text.StartsWith(label + "：", StringComparison.Ordinal)) is { } found)
                lines.Add(new(place, found, text[(found.Length + 1)..].Trim()));
            else
                lines[^1] = lines[^1] with { Words = $"{lines[^1].Words}\n{text.Trim()}" };
        }

        return new(name, lines);
    }
}

/// <summary>A line of a script.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Label">What it is.</param>
/// <param name="Words">What follows the label.</param>
internal sealed record ScriptLine(int Place, string Label, string Words);
