using System.Globalization;
using System.Text;
using System.Xml;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>What a WeChat text message can show: no Markdown, nothing that XML cannot carry.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The words of a Markdown text. A link becomes its words and its address.</summary>
    /// <param name="markdown">CommonMark.</param>
    /// <param name="page">What addresses on this site are relative to; null drops those.</param>
    public static string OfMarkdown(string markdown, Uri? page)
    {
        var text = new StringBuilder();
        WriteBlocks(Markdown.Parse(markdown, Pipeline), text, page, "");
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Without characters that XML cannot carry; line ends as line feeds.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // A lone surrogate is enumerated as U+FFFD.
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The whole address of a page; null when it is on this site and the site's address is not set.</summary>
    public static string? Address(string url, Uri? page)
    {
        if (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return url;
        return page is null || !Uri.TryCreate(page, url.TrimStart('/'), out var whole) ? null : whole.AbsoluteUri;
    }

    private static void WriteBlocks(ContainerBlock blocks, StringBuilder text, Uri? page, string indent)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ListBlock list:
                    WriteList(list, text, page, indent);
                    break;
                case ContainerBlock container:
                    WriteBlocks(container, text, page, indent);
                    break;
                case LeafBlock { Inline: { } inline }:
                    text.Append(indent);
                    WriteInlines(inline, text, page);
                    text.Append('\n');
                    break;
                case LeafBlock leaf:
                    foreach (var line in leaf.Lines.ToString().Split('\n').Where(line => line.Length > 0))
                        text.Append(indent).Append(line).Append('\n');
                    break;
            }
        }
    }

    private static void WriteList(ListBlock list, StringBuilder text, Uri? page, string indent)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "· ";
            var inner = new StringBuilder();
            WriteBlocks(item, inner, page, indent);
            text.Append(indent).Append(mark).Append(inner.ToString().TrimStart()).Append(inner.Length == 0 ? "\n" : "");
        }
    }

    private static void WriteInlines(ContainerInline inlines, StringBuilder text, Uri? page)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LinkInline link:
                    WriteInlines(link, text, page);
                    if (Address(link.Url ?? "", page) is { } address)
                        text.Append('（').Append(address).Append('）');
                    break;
                case ContainerInline container:
                    WriteInlines(container, text, page);
                    break;
            }
        }
    }
}
