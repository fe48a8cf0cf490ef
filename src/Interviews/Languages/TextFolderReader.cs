using System.Text;
using System.Text.RegularExpressions;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews.Languages;

/// <summary>
/// Reads the folders of <c>corpus/texts</c>: keys nested as deep as they like, told apart by dots (<c>home.ask</c>), lines of a list by their number from 1. The
/// keys of <c>services/legal-aid.yaml</c> begin with <c>services.legal-aid.</c>.
/// </summary>
internal sealed partial class TextFolderReader(IReadOnlyList<FormTexts> forms, List<DefinitionProblem> problems)
{
    private const string LanguageFile = "language.yaml";

    public IReadOnlyList<LanguageTexts> Read(string folder)
    {
        var folders = Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList() : [];
        if (folders.RemoveAll(IsDefault) == 0)
        {
            problems.Add(new("texts", 0, "text.noChinese", $"没有中文的文件夹：{Path.Combine(folder, Language.Default)}"));
            return [];
        }

        var chinese = ReadLanguage(Path.Combine(folder, Language.Default), null);
        var all = chinese with { Texts = new Dictionary<string, string>(chinese.Texts.Concat(forms.SelectMany(form => form.Texts)), StringComparer.Ordinal) };
        return [all, .. folders.Select(path => ReadLanguage(path, all))];
    }

    private static bool IsDefault(string path) => Path.GetFileName(path) == Language.Default;

    private LanguageTexts ReadLanguage(string folder, LanguageTexts? chinese)
    {
        var id = Path.GetFileName(folder);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Files(folder).Where(path => Path.GetFileName(path) != LanguageFile))
            ReadFile(path, $"texts/{id}/{Path.GetFileName(path)}", "", texts, chinese);
        foreach (var form in chinese is null ? [] : forms)
        {
            foreach (var path in Files(Path.Combine(folder, form.Folder)))
                ReadFile(path, $"texts/{id}/{form.Folder}/{Path.GetFileName(path)}", $"{form.Folder}.{Path.GetFileNameWithoutExtension(path)}.", texts, chinese);
        }

        return new(Describe(folder, id), texts);
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];

    private void ReadFile(string path, string name, string prefix, Dictionary<string, string> texts, LanguageTexts? chinese)
    {
        var file = new Problems(name);
        if (Root(path, file) is { } root)
            new TextTarget(texts, chinese, file).Flatten(root, prefix);
        problems.AddRange(file.All);
    }

    private Language Describe(string folder, string id)
    {
        var file = new Problems($"texts/{id}/{LanguageFile}");
        var language = new Language(id, id, id, Writing.Horizontal, null);
        if (Root(Path.Combine(folder, LanguageFile), file) is { } root)
        {
            var map = new MapReader(root, file);
            language = new(id, map.Id("tag", LanguageTag(), "语言标记，比如 mn-Mong"), map.Text("name"), map.OneOf<Writing>("writing"), map.OptionalText("sample"));
            map.Close();
        }

        problems.AddRange(file.All);
        return language;
    }

    private static YamlMap? Root(string path, Problems file)
    {
        if (!File.Exists(path))
        {
            file.Add(0, "text.noFile", "缺少这个文件");
            return null;
        }

        try
        {
            return new YamlTree(file).Read(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (DecoderFallbackException)
        {
            file.Add(0, "service.encoding", "文件不是 UTF-8 编码，请另存为 UTF-8");
            return null;
        }
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
