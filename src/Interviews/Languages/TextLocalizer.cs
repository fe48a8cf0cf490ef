using System.Globalization;
using Microsoft.Extensions.Localization;

namespace LegalService.Interviews.Languages;

/// <summary>The texts of <c>corpus/texts</c> in the language chosen. A key that no language has comes back as it is, marked as not found.</summary>
internal sealed class TextLocalizer(TextShelf texts, LanguageChoice choice) : IStringLocalizer
{
    public LocalizedString this[string name] => Found(name, text => text);

    public LocalizedString this[string name, params object[] arguments] => Found(name, text => string.Format(CultureInfo.InvariantCulture, text, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        var missing = includeParentCultures ? [] : texts.Current.Missing(choice.Current);
        return texts.Current.Keys.Except(missing, StringComparer.Ordinal).Select(key => this[key]);
    }

    private LocalizedString Found(string name, Func<string, string> say) =>
        texts.Current.Text(choice.Current, name) is { } text ? new(name, say(text)) : new(name, name, resourceNotFound: true);
}
