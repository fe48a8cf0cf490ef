using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LegalService.Casework.Reading;

/// <summary>
/// A mapping of a YAML file that is read key by key. What is missing or of the wrong kind is noted with its line and read as a harmless value, so that one
/// reading finds every mistake; <see cref="NoMore"/> then names the keys nobody asked for.
/// </summary>
internal sealed class YamlMap(string file, YamlMappingNode node, CorpusProblems problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string File { get; } = file;

    public int Line => LineOf(node);

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Where a key stands; where the mapping begins when it is not there.</summary>
    public int LineOf(string key) => Find(key) is { } value ? LineOf(value) : Line;

    public void Problem(int line, string reason) => problems.Add(File, line, reason);

    public void Problem(string key, string reason) => problems.Add(File, LineOf(key), reason);

    /// <summary>A text that must be there; "" after a mistake.</summary>
    public string Text(string key) => OptionalText(key) ?? Missing(key, "");

    public string? OptionalText(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } text } => text.Trim(),
        var other => Wrong<string?>(other, key, "要写文字", ""),
    };

    public int Number(string key, int least, int most, int? otherwise = null) => Parsed(
        key, otherwise, least, $"要写 {least} 到 {most} 之间的整数",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null);

    public double Decimal(string key, double least, double most, double? otherwise = null) => Parsed(
        key, otherwise, least, string.Create(CultureInfo.InvariantCulture, $"要写 {least} 到 {most} 之间的数"),
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null);

    public bool Flag(string key, bool? otherwise = null) => Parsed<bool>(
        key, otherwise, false, "要写 true 或 false", text => text switch { "true" => true, "false" => false, _ => null });

    public DateOnly Date(string key) => Parsed(key, null, DateOnly.MinValue, "要写日期，如 2026-01-01", ParseDate);

    /// <summary>The dates of a list; empty when the key is not there.</summary>
    public IReadOnlyList<DateOnly> Dates(string key)
    {
        var dates = new List<DateOnly>();
        foreach (var item in Items(key))
        {
            if (item is YamlScalarNode { Value: { } text } && ParseDate(text) is { } date)
                dates.Add(date);
            else
                problems.Add(File, LineOf(item), $"{key}：要写日期，如 2026-01-01");
        }

        return dates;
    }

    /// <summary>The texts of a list; empty when the key is not there.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in Items(key))
        {
            if (item is YamlScalarNode { Value: { Length: > 0 } text })
                texts.Add(text);
            else
                problems.Add(File, LineOf(item), $"{key}：每一项要写文字");
        }

        return texts;
    }

    /// <summary>The mappings of a list; empty when the key is not there.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        var maps = new List<YamlMap>();
        foreach (var item in Items(key))
        {
            if (item is YamlMappingNode map)
                maps.Add(new YamlMap(File, map, problems));
            else
                problems.Add(File, LineOf(item), $"{key}：每一项要写成“名称: 值”的几行");
        }

        return maps;
    }

    /// <summary>The mapping under a key; null when it is not there.</summary>
    public YamlMap? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(File, map, problems),
        var other => Wrong<YamlMap?>(other, key, "下面要写“名称: 值”的几行", null),
    };

    /// <summary>One of several words; the first of them after a mistake.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T? otherwise = null)
        where T : struct =>
        Parsed(key, otherwise, words.Values.First(), $"只能写 {string.Join("、", words.Keys)}", text => words.TryGetValue(text, out var value) ? value : null);

    /// <summary>A value written in a form of its own.</summary>
    public T Parsed<T>(string key, T? otherwise, T harmless, string expected, Func<string, T?> parse)
        where T : struct => Find(key) switch
        {
            null => otherwise ?? Missing(key, harmless),
            YamlScalarNode { Value: { } text } node => parse(text.Trim()) ?? Wrong(node, key, expected, harmless),
            var other => Wrong(other, key, expected, harmless),
        };

    /// <summary>Notes every key that was not asked for.</summary>
    public void NoMore()
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name)))
            problems.Add(File, LineOf(key), $"不认识“{key}”；这里可以写：{string.Join("、", _asked.Order(StringComparer.Ordinal))}");
    }

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var other => Wrong<IEnumerable<YamlNode>>(other, key, "要写成列表", []),
    };

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private T Missing<T>(string key, T harmless)
    {
        problems.Add(File, Line, $"缺少 {key}");
        return harmless;
    }

    private T Wrong<T>(YamlNode at, string key, string expected, T harmless)
    {
        problems.Add(File, LineOf(at), $"{key}：{expected}");
        return harmless;
    }

    private static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int LineOf(YamlNode node) => (int)node.Start.Line;
}
