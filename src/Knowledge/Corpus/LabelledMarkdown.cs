using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegalService.Knowledge.Corpus;

/// <summary>
/// The Markdown that clerks write: front matter, then <c>##</c> sections whose blocks carry a label at the start of a line (<c>问：</c>).
/// </summary>
internal sealed class LabelledMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    private readonly string _source;
    private readonly MarkdownDocument _document;

    private LabelledMarkdown(string source)
    {
        _source = source;
        _document = Markdown.Parse(source, Pipeline);
    }

    public static LabelledMarkdown Parse(string source) => new(source.ReplaceLineEndings("\n"));

    /// <summary>The front matter as <typeparamref name="T"/>.</summary>
    /// <exception cref="CorpusFormatException">There is none, or it does not fit; names the line.</exception>
    public T FrontMatter<T>()
        where T : class
    {
        var block = _document.OfType<YamlFrontMatterBlock>().FirstOrDefault()
            ?? throw new CorpusFormatException(1, "file.noFrontMatter", "文件开头缺少用 --- 围住的说明部分");
        try
        {
            return Yaml.Deserialize<T>(block.Lines.ToString())
                ?? throw new CorpusFormatException(1, "file.noFrontMatter", "文件开头的说明部分是空的");
        }
        catch (YamlException exception)
        {
            throw new CorpusFormatException(
                (int)exception.Start.Line + 1, "file.frontMatter", $"说明部分读不懂：{exception.InnerException?.Message ?? exception.Message}");
        }
    }

    /// <summary>The level-two sections in order; blocks before the first are dropped.</summary>
    /// <param name="labels">Labels that start a block. A line with any other label is plain text.</param>
    public IReadOnlyList<LabelledSection> Sections(IReadOnlySet<string> labels)
    {
        var sections = new List<LabelledSection>();
        LabelledSection? current = null;
        foreach (var block in _document)
        {
            switch (block)
            {
                case HeadingBlock { Level: 2 } heading:
                    current = new LabelledSection(HeadingText(heading), heading.Line + 1);
                    sections.Add(current);
                    break;
                case ParagraphBlock paragraph when current is not null:
                    AddLines(current, TextOf(paragraph).Split('\n'), labels);
                    break;
                case ListBlock list when current is not null:
                    foreach (var item in list.OfType<ListItemBlock>())
                        AddItem(current, string.Join('\n', item.OfType<ParagraphBlock>().Select(TextOf)).Split('\n'), labels);
                    break;
            }
        }

        return sections;
    }

    /// <summary>The rows of every pipe table without their header, each with its line (from 1).</summary>
    public IEnumerable<(int Line, IReadOnlyList<string> Cells)> TableRows() =>
        from table in _document.Descendants<Table>()
        from row in table.OfType<TableRow>()
        where !row.IsHeader
        select (row.Line + 1, (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(cell => TextOf(cell).Trim('|', ' ', '\t'))]);

    /// <summary>Markdown takes a line right below a list as part of its last item; a label there still starts its own block.</summary>
    private static void AddItem(LabelledSection section, string[] lines, IReadOnlySet<string> labels)
    {
        var own = lines.TakeWhile((line, place) => place == 0 || LabelOf(line, labels) is null).ToList();
        section.AddItem(string.Concat(own.Select(line => line.Trim())));
        AddLines(section, lines.Skip(own.Count), labels);
    }

    private static void AddLines(LabelledSection section, IEnumerable<string> lines, IReadOnlySet<string> labels)
    {
        foreach (var line in lines)
        {
            if (LabelOf(line, labels) is { } label)
            {
                section.StartLabel(label);
                section.AddLine(line[(line.IndexOf('：', StringComparison.Ordinal) + 1)..]);
            }
            else
            {
                section.AddLine(line);
            }
        }
    }

    private static string? LabelOf(string line, IReadOnlySet<string> labels) =>
        line.IndexOf('：', StringComparison.Ordinal) is > 0 and var colon && labels.Contains(line[..colon].Trim()) ? line[..colon].Trim() : null;

    private string HeadingText(HeadingBlock heading) => TextOf(heading).TrimStart('#').Trim();

    private string TextOf(Block block) => block.Span.IsEmpty ? "" : _source.Substring(block.Span.Start, block.Span.Length);
}

/// <summary>A level-two section.</summary>
/// <param name="heading">Heading without its marks.</param>
/// <param name="line">Line of the heading, from 1.</param>
internal sealed class LabelledSection(string heading, int line)
{
    private readonly Dictionary<string, List<string>> _lines = new(StringComparer.Ordinal);
    private string _label = "";

    public string Heading { get; } = heading;

    public int Line { get; } = line;

    /// <summary>The text under a label, its lines joined; "" for the text before any label.</summary>
    public string Text(string label) => _lines.TryGetValue(label, out var lines) ? string.Join("", lines) : "";

    /// <summary>The list items, or lines, under a label.</summary>
    public IReadOnlyList<string> Items(string label) => _lines.TryGetValue(label, out var lines) ? lines : [];

    internal void StartLabel(string label)
    {
        _label = label;
        _lines.TryAdd(label, []);
    }

    internal void AddLine(string line) => AddItem(line.Trim());

    internal void AddItem(string item)
    {
        if (item.Length == 0)
            return;
        if (!_lines.TryGetValue(_label, out var lines))
            _lines[_label] = lines = [];
        lines.Add(item);
    }
}

/// <summary>A corpus file, or a section of one, that cannot be used.</summary>
internal sealed class CorpusFormatException(int line, string code, string reason) : Exception(reason)
{
    public int Line { get; } = line;

    public string Code { get; } = code;
}
