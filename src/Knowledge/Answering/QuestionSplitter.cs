using System.Text.RegularExpressions;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Answering;

/// <summary>Takes a message apart that asks several things. What is told before a question goes with it; nothing is left out. Safe for many threads.</summary>
internal sealed class QuestionSplitter(SeveralRules rules)
{
    private static readonly char[] Edges = [' ', '\n', '\r', '\t', '，', ',', '。', '；', ';', '、', '：', ':'];

    private readonly Regex _numbered = Compile(rules.Numbered);
    private readonly Regex _joints = Compile(rules.Joints);
    private readonly Regex _asks = Compile(rules.Asks);
    private readonly Regex _same = Compile(rules.Same);

    /// <summary>The questions in their order; the message alone when it asks one thing.</summary>
    public IReadOnlyList<string> Split(string message)
    {
        var list = Numbered(message);
        var parts = list.Count > 1 ? list : Asked(message);
        return parts.Count > 1 ? parts : [message];
    }

    /// <summary>The entries of a list, what stands before it with the first.</summary>
    private List<string> Numbered(string message)
    {
        var marks = _numbered.Matches(message).Where(mark => mark.Index + mark.Length < message.Length && !char.IsAsciiDigit(message[mark.Index + mark.Length])).ToList();
        if (marks.Count < 2)
            return [];
        var entries = marks.Select((mark, place) => message[(mark.Index + mark.Length)..(place + 1 < marks.Count ? marks[place + 1].Index : message.Length)].Trim(Edges)).ToList();
        if (entries.Exists(entry => Letters(entry) < rules.Shortest - 1))
            return [];
        var before = message[..marks[0].Index].Trim(Edges);
        if (Letters(before) >= rules.Shortest && !IsAnnouncement(before))
            entries[0] = $"{before}，{entries[0]}";
        return entries;
    }

    /// <summary>我想问三个问题.</summary>
    private bool IsAnnouncement(string text) => text.Contains('问', StringComparison.Ordinal) && Letters(text) <= 3 * rules.Shortest;

    private List<string> Asked(string message)
    {
        var parts = new List<string>();
        var told = "";
        foreach (var piece in _joints.Split(message).Select(piece => piece.Trim(Edges)).Where(piece => Letters(piece) > 0))
        {
            var bare = Normalizer.WithoutPunctuation(Normalizer.Normalize(piece));
            var text = told.Length == 0 ? piece : $"{told}，{piece}";
            if (!_asks.IsMatch(bare))
            {
                told = text;
            }
            else if (parts.Count > 0 && told.Length == 0 && (_same.IsMatch(bare) || Letters(piece) < rules.Shortest - 1))
            {
                parts[^1] = $"{parts[^1]}，{piece}";
            }
            else
            {
                parts.Add(text);
                told = "";
            }
        }

        if (told.Length > 0 && parts.Count > 0)
            parts[^1] = $"{parts[^1]}，{told}";
        return parts;
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
