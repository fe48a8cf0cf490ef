using System.Globalization;
using System.Text.RegularExpressions;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews.Languages;

/// <summary>Where the texts of a file go, and what they are measured by.</summary>
/// <param name="texts">The texts of the language so far.</param>
/// <param name="chinese">What may be translated; null for Chinese itself.</param>
/// <param name="problems">The file's mistakes.</param>
internal sealed partial class TextTarget(Dictionary<string, string> texts, LanguageTexts? chinese, Problems problems)
{
    public void Flatten(YamlMap map, string prefix)
    {
        foreach (var entry in map.Entries)
        {
            if (KeyPart().IsMatch(entry.Key.Text))
                Take(entry.Value, prefix + entry.Key.Text);
            else
                problems.Add(entry.Key.Line, "text.key", $"键“{entry.Key.Text}”不合要求：只用字母、数字、连字符和下划线");
        }
    }

    private void Take(YamlNode node, string key)
    {
        switch (node)
        {
            case YamlMap map:
                Flatten(map, key + '.');
                break;
            case YamlList list:
                for (var index = 0; index < list.Items.Count; index++)
                    Take(list.Items[index], string.Create(CultureInfo.InvariantCulture, $"{key}.{index + 1}"));
                break;
            case YamlScalar scalar:
                Add(scalar.Line, key, scalar.Text.Trim());
                break;
        }
    }

    private void Add(int line, string key, string text)
    {
        if (text.Length == 0)
            problems.Add(line, "service.emptyText", $"{key} 后面没有写内容");
        else if (Places(text) is not { } places)
            problems.Add(line, "text.places", $"{key} 里的花括号要写成 {{0}}、{{1}}……，花括号本身写两遍");
        else if (chinese is not null && !chinese.Texts.TryGetValue(key, out _))
            problems.Add(line, "text.unknownKey", $"中文里没有 {key} 这个键");
        else if (chinese is not null && Places(chinese.Texts[key])?.SetEquals(places) is false)
            problems.Add(line, "text.places", $"{key} 要和中文用一样的 {{0}}、{{1}}……");
        else if (!texts.TryAdd(key, text))
            problems.Add(line, "service.duplicateKey", $"“{key}”写了两次");
    }

    /// <summary>The places that values go to; null when the braces are wrong.</summary>
    private static HashSet<string>? Places(string text)
    {
        var plain = text.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal);
        return Place().Replace(plain, "").AsSpan().ContainsAny('{', '}') ? null : Place().Matches(plain).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyPart();

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
