using System.Text;
using System.Text.RegularExpressions;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews.Languages;

/// <summary>Reads the folders of <c>corpus/texts</c>: keys nested as deep as they like, told apart by dots (<c>home.ask</c>).</summary>
internal static partial class TextFolderReader
{
    private const string LanguageFile = "language.yaml";

    public static IReadOnlyList<LanguageTexts> Read(string folder, List<DefinitionProblem> problems)
    {
        var folders = Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList() : [];
        if (folders.RemoveAll(IsDefault) == 0)
        {
            problems.Add(new("texts", 0, "text.noChinese", $"没有中文的文件夹：{Path.Combine(folder, Language.Default)}"));
            return [];
        }

        var chinese = ReadLanguage(Path.Combine(folder, Language.Default), null, problems);
        return [chinese, .. folders.Select(path => ReadLanguage(path, chinese, problems))];
    }

    private static bool IsDefault(string path) => Path.GetFileName(path) == Language.Default;

    private static LanguageTexts ReadLanguage(string folder, LanguageTexts? chinese, List<DefinitionProblem> found)
    {
        var id = Path.GetFileName(folder);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder, "*.yaml").Where(path => Path.GetFileName(path) != LanguageFile).Order(StringComparer.Ordinal))
        {
            var problems = new Problems($"texts/{id}/{Path.GetFileName(path)}");
            if (Root(path, problems) is { } root)
                Flatten(root, "", new(texts, chinese, problems));
            found.AddRange(problems.All);
        }

        return new(Describe(folder, id, found), texts);
    }

    private static Language Describe(string folder, string id, List<DefinitionProblem> found)
    {
        var problems = new Problems($"texts/{id}/{LanguageFile}");
        var language = new Language(id, id, id, Writing.Horizontal, null);
        if (Root(Path.Combine(folder, LanguageFile), problems) is { } root)
        {
            var map = new MapReader(root, problems);
            language = new(id, map.Id("tag", LanguageTag(), "语言标记，比如 mn-Mong"), map.Text("name"), map.OneOf<Writing>("writing"), map.OptionalText("sample"));
            map.Close();
        }

        found.AddRange(problems.All);
        return language;
    }

    private static YamlMap? Root(string path, Problems problems)
    {
        if (!File.Exists(path))
        {
            problems.Add(0, "text.noFile", "缺少这个文件");
            return null;
        }

        try
        {
            return new YamlTree(problems).Read(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(0, "service.encoding", "文件不是 UTF-8 编码，请另存为 UTF-8");
            return null;
        }
    }

    private static void Flatten(YamlMap map, string prefix, Target target)
    {
        foreach (var entry in map.Entries)
        {
            var key = prefix + entry.Key.Text;
            if (!KeyPart().IsMatch(entry.Key.Text))
                target.Problems.Add(entry.Key.Line, "text.key", $"键“{entry.Key.Text}”不合要求：小写字母开头，只用字母、数字和连字符");
            else if (entry.Value is YamlMap inner)
                Flatten(inner, key + '.', target);
            else if (entry.Value is YamlScalar scalar)
                target.Add(entry.Key.Line, key, scalar.Text.Trim());
            else
                target.Problems.Add(entry.Value.Line, "service.wrongType", $"{key} 要写成一句话");
        }
    }

    /// <summary>Where the texts of a file go, and what they are measured by.</summary>
    private sealed record Target(Dictionary<string, string> Texts, LanguageTexts? Chinese, Problems Problems)
    {
        public void Add(int line, string key, string text)
        {
            if (text.Length == 0)
                Problems.Add(line, "service.emptyText", $"{key} 后面没有写内容");
            else if (Places(text) is not { } places)
                Problems.Add(line, "text.places", $"{key} 里的花括号要写成 {{0}}、{{1}}……，花括号本身写两遍");
            else if (Chinese is not null && !Chinese.Texts.TryGetValue(key, out var chinese))
                Problems.Add(line, "text.unknownKey", $"中文里没有 {key} 这个键");
            else if (Chinese is not null && !places.SetEquals(Places(Chinese.Texts[key])!))
                Problems.Add(line, "text.places", $"{key} 要和中文用一样的 {{0}}、{{1}}……");
            else if (!Texts.TryAdd(key, text))
                Problems.Add(line, "service.duplicateKey", $"“{key}”写了两次");
        }

        /// <summary>The places that values go to; null when the braces are wrong.</summary>
        private static HashSet<string>? Places(string text)
        {
            var places = new HashSet<string>(StringComparer.Ordinal);
            var rest = Place().Replace(text.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal), match =>
            {
                places.Add(match.Value);
                return "";
            });
            return rest.AsSpan().ContainsAny('{', '}') ? null : places;
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyPart();

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
