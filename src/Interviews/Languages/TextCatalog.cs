using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Languages;

/// <summary>The texts of screens, in each language. Immutable; safe for any number of threads.</summary>
public sealed class TextCatalog
{
    private readonly Dictionary<string, LanguageTexts> _byId;
    private readonly IReadOnlyList<FormTexts> _forms;

    internal TextCatalog(IReadOnlyList<LanguageTexts> texts, IReadOnlyList<FormTexts> forms)
    {
        _forms = forms;
        _byId = texts.ToDictionary(item => item.Language.Id, StringComparer.Ordinal);
        Languages = [.. texts.Select(item => item.Language)];
        Default = _byId[Language.Default].Language;
    }

    /// <summary>All languages, the default first.</summary>
    public IReadOnlyList<Language> Languages { get; }

    /// <summary>Chinese.</summary>
    public Language Default { get; }

    /// <summary>Every key that has a text, those of forms included.</summary>
    public IEnumerable<string> Keys => _byId[Default.Id].Texts.Keys;

    /// <summary>The keys of what screens and pages say.</summary>
    public IEnumerable<string> ScreenKeys => Keys.Where(key => !_forms.Any(form => form.Texts.ContainsKey(key)));

    /// <summary>The language with this id, or null.</summary>
    public Language? Find(string id) => _byId.GetValueOrDefault(id)?.Language;

    /// <summary>The text of a key in a language, in Chinese where it is not translated; null when no language has the key.</summary>
    public string? Text(Language language, string key) => Translation(language, key) ?? Translation(Default, key);

    /// <summary>The keys that fall back to Chinese, by name.</summary>
    public IReadOnlyList<string> Missing(Language language) => [.. Keys.Where(key => Translation(language, key) is null).Order(StringComparer.Ordinal)];

    /// <summary>Reads <c>corpus/texts</c>: a folder for each language.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="forms">What may be translated besides the texts of screens; a folder of translations of other forms is not looked into.</param>
    /// <exception cref="ServiceDefinitionException">A file has a mistake, or Chinese is missing; all mistakes of all files are in it.</exception>
    public static TextCatalog Load(string folder, params IReadOnlyList<FormTexts> forms)
    {
        var problems = new List<DefinitionProblem>();
        var texts = new TextFolderReader(forms, problems).Read(folder);
        return problems.Count == 0 ? new(texts, forms) : throw new ServiceDefinitionException(problems);
    }

    /// <summary>The text in this language itself; null when it is not translated.</summary>
    internal string? Translation(Language language, string key) => _byId.GetValueOrDefault(language.Id)?.Texts.GetValueOrDefault(key);
}

/// <summary>The texts of a language by key.</summary>
internal sealed record LanguageTexts(Language Language, IReadOnlyDictionary<string, string> Texts);
