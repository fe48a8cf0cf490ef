using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LegalService.Interviews.Reading;

/// <summary>A node of a file, with its line from 1.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A word, number or sentence.</summary>
internal sealed record YamlScalar(int Line, string Text) : YamlNode(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

/// <summary>Keys with their values, in the order of the file. A key that stands twice is in it once.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line);

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>
/// Reads a file into nodes. Own nodes instead of the library's: a key that stands twice must be one fault among others, not the end of the
/// reading; anchors, aliases and tags have no place in a clerk's file and can be used to blow it up.
/// </summary>
internal sealed class YamlTree(Problems problems)
{
    private const int MaxDepth = 12;

    /// <summary>The root of the file, or null when it cannot be read; the reason is among the problems.</summary>
    public YamlMap? Read(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                problems.Add(0, "service.empty", "文件是空的");
                return null;
            }
            var root = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.TryConsume<StreamEnd>(out _))
                problems.Add(Line(parser.Current!), "service.syntax", "一个文件里只能写一项服务，不要用 --- 分开");
            if (root is YamlMap map)
                return map;
            problems.Add(root.Line, "service.syntax", "文件最外层要写成“键: 值”");
            return null;
        }
        catch (YamlException exception)
        {
            problems.Add((int)exception.Start.Line, "service.syntax", $"格式有错，看看缩进、冒号和引号：{exception.InnerException?.Message ?? exception.Message}");
            return null;
        }
    }

    private YamlNode Node(Parser parser, int depth)
    {
        var line = Line(parser.Current!);
        if (depth > MaxDepth)
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"层次太深，最多 {MaxDepth} 层");
        if (parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && !IsPlainTag(node))) || parser.Current is AnchorAlias)
            throw new YamlException(parser.Current.Start, parser.Current.End, "不能用 &、* 和 ! 这些记号");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(line, scalar.Value);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser, depth + 1));
            return new YamlList(line, items);
        }
        parser.Consume<MappingStart>();
        return Map(parser, line, depth);
    }

    private YamlMap Map(Parser parser, int line, int depth)
    {
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, depth + 1);
            var value = Node(parser, depth + 1);
            if (key is not YamlScalar name)
                problems.Add(key.Line, "service.syntax", "键只能是一个词");
            else if (entries.FirstOrDefault(entry => entry.Key.Text == name.Text) is { } earlier)
                problems.Add(name.Line, "service.duplicateKey", $"“{name.Text}”写了两次，第一次在第 {earlier.Key.Line} 行");
            else
                entries.Add(new(name, value));
        }
        return new(line, entries);
    }

    // A quoted word has the tag "!" that nobody wrote.
    private static bool IsPlainTag(NodeEvent node) => node.Tag.IsNonSpecific;

    private static int Line(ParsingEvent parsed) => (int)parsed.Start.Line;
}
