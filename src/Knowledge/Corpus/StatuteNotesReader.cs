using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Corpus;

/// <summary>Reads a file of <c>corpus/statutes</c>.</summary>
internal static partial class StatuteNotesReader
{
    private const string AskLabel = "问";
    private const string TagLabel = "标签";
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal) { AskLabel, TagLabel };

    public static StatuteNotes Read(string file, string source, Action<CorpusProblem> report)
    {
        var markdown = LabelledMarkdown.Parse(source);
        var head = markdown.FrontMatter<Head>();
        var notes = new List<ArticleNote>();
        var seen = new HashSet<ArticleNumber>();
        foreach (var section in markdown.Sections(Labels))
        {
            try
            {
                var note = ReadNote(section);
                if (!seen.Add(note.Number))
                    throw new CorpusFormatException(section.Line, "note.duplicate", $"{note.Number}在这个文件里出现了两次");
                notes.Add(note);
            }
            catch (CorpusFormatException exception)
            {
                report(new CorpusProblem(file, exception.Line, exception.Code, exception.Message));
            }
        }

        if (head.InForceTo < (head.InForceFrom ?? head.Passed))
            throw new CorpusFormatException(1, "file.frontMatter", "inForceTo 比开始施行的日子还早");
        return new StatuteNotes
        {
            Law = Required(LawTitle.Shorten(head.Law ?? ""), "law"),
            Title = Required(head.Title, "title"),
            Issuer = head.Issuer,
            Passed = head.Passed ?? throw Missing("passed"),
            InForceFrom = head.InForceFrom,
            InForceTo = head.InForceTo,
            ArticleCount = head.Articles,
            Aliases = head.Aliases ?? [],
            Notes = notes,
            Withdrawn = [.. (head.Withdrawn ?? []).Select(Number)],
            File = file,
        };
    }

    private static ArticleNumber Number(string text) => ArticleNumber.TryParse(text, out var number)
        ? number
        : throw new CorpusFormatException(1, "file.frontMatter", $"withdrawn 里的“{text}”不是条号");

    private static ArticleNote ReadNote(LabelledSection section)
    {
        var match = Heading().Match(section.Heading);
        if (!match.Success || !ArticleNumber.TryParse(match.Groups["number"].Value, out var number))
            throw new CorpusFormatException(section.Line, "note.noNumber", $"标题“{section.Heading}”不是以条号开头（例如：第四十七条 经济补偿怎么算）");
        var gist = section.Text("");
        if (gist.Length == 0)
            throw new CorpusFormatException(section.Line, "note.noGist", $"{number}没有写大意");
        var tags = section.Text(TagLabel).Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ArticleNote(number, match.Groups["caption"].Value.Trim(), gist, section.Items(AskLabel), tags, section.Line);
    }

    private static string Required(string? value, string name) => string.IsNullOrWhiteSpace(value) ? throw Missing(name) : value.Trim();

    private static CorpusFormatException Missing(string name) => new(1, "file.frontMatter", $"说明部分缺少 {name}");

    [GeneratedRegex(@"^(?<number>第[^条\s]+条(之[一二三四五六七八九十]+)?|全文)(?<caption>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    private sealed class Head
    {
        public string? Law { get; set; }

        public string? Title { get; set; }

        public string? Issuer { get; set; }

        public DateOnly? Passed { get; set; }

        public DateOnly? InForceFrom { get; set; }

        public DateOnly? InForceTo { get; set; }

        public int? Articles { get; set; }

        public List<string>? Aliases { get; set; }

        public List<string>? Withdrawn { get; set; }
    }
}
