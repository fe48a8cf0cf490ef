using System.Globalization;
using System.Text;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Editing;

/// <summary>Writes one entry in the format of the corpus, as a file of its own.</summary>
public static class EntryText
{
    /// <summary>An FAQ entry. Line breaks within a part become nothing, as when the corpus is read.</summary>
    public static string Of(FaqEntry entry)
    {
        var text = FaqHead(entry.Topic, entry.Passed, null);
        text.Append(CultureInfo.InvariantCulture, $"## {Line(entry.Question)} {{#{entry.Id}}}\n");
        List(text, "别的问法", entry.OtherWays);
        text.Append(CultureInfo.InvariantCulture, $"\n回答：\n{Line(entry.Answer)}\n");
        List(text, "怎么做", entry.Steps, numbered: true);
        List(text, "带什么", entry.Papers);
        List(text, "期限", entry.TimeLimits);
        List(text, "去哪里", entry.Places);
        List(text, "费用", entry.Costs);
        List(text, "依据", [.. entry.Citations.Select(key => $"{key.Law} {key.Number}")]);
        List(text, "服务", entry.Services);
        return text.ToString();
    }

    /// <summary>A note.</summary>
    /// <param name="law">The law, with the version the note was written for; its own notes are not written.</param>
    /// <param name="note">The note.</param>
    public static string Of(StatuteNotes law, ArticleNote note)
    {
        var text = NotesHead(law, null);
        text.Append(CultureInfo.InvariantCulture, $"## {note.Number} {Line(note.Caption)}\n\n{Line(note.Gist)}\n");
        List(text, "问", note.Questions);
        if (note.Tags.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n标签：{string.Join('、', note.Tags.Select(Line))}\n");
        return text.ToString();
    }

    /// <summary>Says that an FAQ entry of an earlier folder is no longer to be given.</summary>
    public static string Withdrawing(FaqEntry entry) => FaqHead(entry.Topic, entry.Passed, entry.Id).ToString();

    /// <summary>Says that the note of an earlier folder on an article is no longer to be given.</summary>
    public static string Withdrawing(StatuteNotes law, ArticleNumber number) => NotesHead(law, number).ToString();

    private static StringBuilder FaqHead(string topic, IReadOnlyDictionary<string, DateOnly> passed, string? withdrawn)
    {
        var text = new StringBuilder("---\n").Append(CultureInfo.InvariantCulture, $"topic: {Quoted(topic)}\n");
        if (passed.Count > 0)
        {
            text.Append("passed:\n");
            foreach (var (law, day) in passed.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"  {Quoted(law)}: {day:yyyy-MM-dd}\n");
        }

        if (withdrawn is not null)
            text.Append(CultureInfo.InvariantCulture, $"withdrawn: [{withdrawn}]\n");
        return text.Append("---\n\n");
    }

    private static StringBuilder NotesHead(StatuteNotes law, ArticleNumber? withdrawn)
    {
        var text = new StringBuilder("---\n").Append(CultureInfo.InvariantCulture, $"law: {Quoted(law.Law)}\ntitle: {Quoted(law.Title)}\n");
        if (law.Issuer is { } issuer)
            text.Append(CultureInfo.InvariantCulture, $"issuer: {Quoted(issuer)}\n");
        text.Append(CultureInfo.InvariantCulture, $"passed: {law.Passed:yyyy-MM-dd}\n");
        if (law.InForceFrom is { } from)
            text.Append(CultureInfo.InvariantCulture, $"inForceFrom: {from:yyyy-MM-dd}\n");
        if (law.InForceTo is { } to)
            text.Append(CultureInfo.InvariantCulture, $"inForceTo: {to:yyyy-MM-dd}\n");
        if (withdrawn is { } number)
            text.Append(CultureInfo.InvariantCulture, $"withdrawn: [{number}]\n");
        return text.Append("---\n\n");
    }

    private static void List(StringBuilder text, string label, IReadOnlyList<string> items, bool numbered = false)
    {
        if (items.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"\n{label}：\n");
        for (var place = 0; place < items.Count; place++)
            text.Append(numbered ? $"{place + 1}. " : "- ").Append(Line(items[place])).Append('\n');
    }

    /// <summary>One line, as the reader of the corpus joins several.</summary>
    private static string Line(string text) => string.Concat(text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    /// <summary>A YAML scalar that holds any text.</summary>
    private static string Quoted(string text) => $"'{Line(text).Replace("'", "''", StringComparison.Ordinal)}'";
}
