using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Languages;

/// <summary>The texts of screens, in each language. Immutable; safe for any number of threads.</summary>
public sealed class TextCatalog
{
    private readonly Dictionary<string, LanguageTexts> _byId;

    internal TextCatalog(IReadOnlyList<LanguageTexts> texts)
    {
        _byId = texts.ToDictionary(item => item.Language.Id, StringComparer.Ordinal);
        Languages = [.. texts.Select(item => item.Language)];
        Default = _byId[Language.Default].Language;
    }

    /// <summary>All languages, the default first.</summary>
    public IReadOnlyList<Language> Languages { get; }

    /// <summary>Chinese.</summary>
    public Language Default { get; }

    /// <summary>Every key that has a text.</summary>
    public IEnumerable<string> Keys => _byId[Default.Id].Texts.Keys;

    /// <summary>The language with this id, or null.</summary>
    public Language? Find(string id) => _byId.GetValueOrDefault(id)?.Language;

    /// <summary>The text of a key in a language, in Chinese where it is not translated; null when no language has the key.</summary>
    public string? Text(Language language, string key) => Own(language, key) ?? Own(Default, key);

    /// <summary>The keys that fall back to Chinese, by name.</summary>
    public IReadOnlyList<string> Missing(Language language) => [.. Keys.Where(key => Own(language, key) is null).Order(StringComparer.Ordinal)];

    /// <summary>Reads <c>corpus/texts</c>: a folder for each language.</summary>
    /// <exception cref="ServiceDefinitionException">A file has a mistake, or Chinese is missing; all mistakes of all files are in it.</exception>
    public static TextCatalog Load(string folder)
    {
        var problems = new List<DefinitionProblem>();
        var texts = TextFolderReader.Read(folder, problems);
        return problems.Count == 0 ? new(texts) : throw new ServiceDefinitionException(problems);
    }

    private string? Own(Language language, string key) => _byId.GetValueOrDefault(language.Id)?.Texts.GetValueOrDefault(key);
}

/// <summary>The texts of a language by key.</summary>
internal sealed record LanguageTexts(Language Language, IReadOnlyDictionary<string, string> Texts);
