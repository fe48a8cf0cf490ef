using System.Globalization;
using System.Text.RegularExpressions;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Reading;

/// <summary>Takes the values of a map by their keys and reports what is missing, of the wrong kind, or never asked for.</summary>
internal sealed partial class MapReader(YamlMap map, Problems problems)
{
    private const int MaxText = 1000;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public int Line => map.Line;

    public Problems Problems => problems;

    /// <summary>The line of a key, or of the map when it has no such key.</summary>
    public int LineOf(string key) => map.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Key.Line ?? map.Line;

    public bool Has(string key) => map.Entries.Any(entry => entry.Key.Text == key);

    public YamlNode? Take(string key)
    {
        taken.Add(key);
        return map.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
    }

    /// <summary>A text that must be there; empty when it is not.</summary>
    public string Text(string key) => OptionalText(key) ?? Missing(key, "");

    public string? OptionalText(string key) => Take(key) switch
    {
        null => null,
        YamlScalar scalar => Sentence(scalar, key),
        var other => Wrong<string>(other, key, "要写成一句话或一个词"),
    };

    /// <summary>A text of a certain form; empty when it is missing or has another.</summary>
    public string Id(string key, Regex form, string explained)
    {
        var line = LineOf(key);
        var text = Text(key);
        if (text.Length == 0 || form.IsMatch(text))
            return text;
        problems.Add(line, "service.id", $"{key} 的“{text}”不合要求：{explained}");
        return text;
    }

    public string FieldStyleId(string key) => Id(key, CamelId(), "小写字母开头，只用字母和数字，最多 40 个");

    public IReadOnlyList<string> Texts(string key, bool required = false) => [.. Scalars(key, required).Select(scalar => Sentence(scalar, key) ?? "")];

    public IReadOnlyList<YamlScalar> Scalars(string key, bool required = false)
    {
        switch (Take(key))
        {
            case null:
                return required ? Missing<IReadOnlyList<YamlScalar>>(key, []) : [];
            case YamlScalar one:
                return [one];
            case YamlList { Items.Count: > 0 } list:
                foreach (var item in list.Items.Where(item => item is not YamlScalar))
                    problems.Add(item.Line, "service.wrongType", $"{key} 里的每一项都要写成一句话或一个词");
                return [.. list.Items.OfType<YamlScalar>()];
            case var other:
                problems.Add(other.Line, "service.wrongType", $"{key} 要写成列表，每行一项，用“- ”开头");
                return [];
        }
    }

    public int? OptionalInt(string key, int least, int most)
    {
        if (Take(key) is not { } node)
            return null;
        if (node is YamlScalar scalar && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems.Add(node.Line, "service.wrongType", $"{key} 要写成 {least} 到 {most} 之间的整数");
        return null;
    }

    public int Int(string key, int least, int most) => Has(key) ? OptionalInt(key, least, most) ?? least : Missing(key, least);

    /// <summary>A day that must be there; default after a mistake.</summary>
    public DateOnly Day(string key) => Has(key) ? Scalars(key).Select(scalar => Day(scalar, key)).FirstOrDefault() : Missing(key, default(DateOnly));

    /// <summary>The days of a list; empty when the key is not there.</summary>
    public IReadOnlyList<DateOnly> Days(string key) => [.. Scalars(key).Select(scalar => Day(scalar, key)).Where(day => day != default)];

    public decimal? OptionalSum(string key)
    {
        if (Take(key) is not { } node)
            return null;
        if (node is YamlScalar scalar && decimal.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum) && Money.TryCreate(sum, out _))
            return sum;
        problems.Add(node.Line, "service.wrongType", $"{key} 要写成以元为单位的金额，最多两位小数");
        return null;
    }

    public bool Bool(string key, bool otherwise)
    {
        if (Take(key) is not { } node)
            return otherwise;
        if (node is YamlScalar { Text: "true" or "false" } scalar)
            return scalar.Text == "true";
        problems.Add(node.Line, "service.wrongType", $"{key} 要写成 true 或 false");
        return otherwise;
    }

    public T? OptionalOneOf<T>(string key)
        where T : struct, Enum => Has(key) ? OneOf<T>(key) : null;

    public T OneOf<T>(string key)
        where T : struct, Enum
    {
        if (Take(key) is not { } node)
            return Missing(key, default(T));
        if (node is YamlScalar scalar && EnumNames.TryParse<T>(scalar.Text, out var value))
            return value;
        problems.Add(node.Line, "service.unknownValue", $"{key} 只能是：{string.Join("、", EnumNames.Of<T>())}");
        return default;
    }

    public MapReader? Map(string key, bool required = true) => Take(key) switch
    {
        null => required ? Missing<MapReader?>(key, null) : null,
        YamlMap inner => new(inner, problems),
        var other => Wrong<MapReader>(other, key, "要写成“键: 值”，一行一个，缩进两格"),
    };

    public IReadOnlyList<MapReader> Maps(string key, bool required = false)
    {
        switch (Take(key))
        {
            case null:
                return required ? Missing<IReadOnlyList<MapReader>>(key, []) : [];
            case YamlList { Items.Count: > 0 } list:
                foreach (var item in list.Items.Where(item => item is not YamlMap))
                    problems.Add(item.Line, "service.wrongType", $"{key} 里的每一项都要写成“键: 值”");
                return [.. list.Items.OfType<YamlMap>().Select(item => new MapReader(item, problems))];
            case var other:
                problems.Add(other.Line, "service.wrongType", $"{key} 要写成列表，每项用“- ”开头");
                return [];
        }
    }

    /// <summary>Reports every key that nobody took.</summary>
    public void Close()
    {
        foreach (var entry in map.Entries.Where(entry => !taken.Contains(entry.Key.Text)))
            problems.Add(entry.Key.Line, "service.unknownKey", $"这里没有“{entry.Key.Text}”这个键；可以写的有：{string.Join("、", taken.Order(StringComparer.Ordinal))}");
    }

    private string? Sentence(YamlScalar scalar, string key)
    {
        var text = scalar.Text.Trim();
        if (text.Length == 0)
            problems.Add(scalar.Line, "service.emptyText", $"{key} 后面没有写内容");
        else if (text.Length > MaxText)
            problems.Add(scalar.Line, "service.tooLong", $"{key} 太长，最多 {MaxText} 个字");
        else if (!Typed.IsClean(text, lines: true))
            problems.Add(scalar.Line, "service.characters", $"{key} 里有看不见的控制符号");
        return text;
    }

    private DateOnly Day(YamlScalar scalar, string key)
    {
        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        problems.Add(scalar.Line, "service.wrongType", $"{key} 要写成年-月-日，比如 2026-03-05");
        return default;
    }

    private T Missing<T>(string key, T otherwise)
    {
        problems.Add(map.Line, "service.missing", $"缺少“{key}”");
        return otherwise;
    }

    private T? Wrong<T>(YamlNode node, string key, string reason)
        where T : class
    {
        problems.Add(node.Line, "service.wrongType", $"{key} {reason}");
        return null;
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,39}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CamelId();
}
