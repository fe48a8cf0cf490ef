using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Corpus;

/// <summary>Reads a file of <c>corpus/faq</c>.</summary>
internal static partial class FaqReader
{
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "别的问法", "回答", "怎么做", "带什么", "期限", "去哪里", "费用", "依据", "服务",
    };

    public static FaqFile Read(string file, string source, Action<CorpusProblem> report)
    {
        var markdown = LabelledMarkdown.Parse(source);
        var head = markdown.FrontMatter<Head>();
        if (string.IsNullOrWhiteSpace(head.Topic))
            throw new CorpusFormatException(1, "file.frontMatter", "说明部分缺少 topic");
        var entries = new List<FaqEntry>();
        foreach (var section in markdown.Sections(Labels))
        {
            try
            {
                entries.Add(ReadEntry(file, head, section));
                if (entries[^1].OtherWays.Count == 0)
                    report(new CorpusProblem(file, section.Line, "faq.noOtherWays", "没有写别的问法"));
            }
            catch (CorpusFormatException exception)
            {
                report(new CorpusProblem(file, exception.Line, exception.Code, exception.Message));
            }
        }

        return new FaqFile(entries, head.Withdrawn ?? []);
    }

    private static FaqEntry ReadEntry(string file, Head head, LabelledSection section)
    {
        var match = Heading().Match(section.Heading);
        if (!match.Success)
            throw new CorpusFormatException(section.Line, "faq.noId", $"标题“{section.Heading}”后面缺少编号（例如：{{#wages-unpaid}}）");
        if (section.Text("").Length > 0)
            throw new CorpusFormatException(section.Line, "faq.unlabelled", $"“{section.Text("")}”前面没有“回答：”一类的标签");
        var answer = section.Text("回答");
        if (answer.Length == 0)
            throw new CorpusFormatException(section.Line, "faq.noAnswer", "没有写回答");
        var citations = section.Items("依据")
            .Select(item => ArticleKey.TryParse(item, out var key)
                ? key
                : throw new CorpusFormatException(section.Line, "faq.citation", $"依据“{item}”不是“法律名 第几条”"))
            .ToList();
        if (citations.Count == 0)
            throw new CorpusFormatException(section.Line, "faq.noCitation", "没有写依据");
        return new FaqEntry
        {
            Id = match.Groups["id"].Value,
            Topic = head.Topic!.Trim(),
            Question = match.Groups["question"].Value.Trim(),
            OtherWays = section.Items("别的问法"),
            Answer = answer,
            Steps = section.Items("怎么做"),
            Papers = section.Items("带什么"),
            TimeLimits = section.Items("期限"),
            Places = section.Items("去哪里"),
            Costs = section.Items("费用"),
            Citations = citations,
            Services = section.Items("服务"),
            Passed = head.Passed ?? [],
            File = file,
            Line = section.Line,
        };
    }

    [GeneratedRegex(@"^(?<question>.+?)\s*\{#(?<id>[a-z0-9-]+)\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    private sealed class Head
    {
        public string? Topic { get; set; }

        public Dictionary<string, DateOnly>? Passed { get; set; }

        public List<string>? Withdrawn { get; set; }
    }
}
