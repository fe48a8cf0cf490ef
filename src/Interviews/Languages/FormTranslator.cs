using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Languages;

/// <summary>Forms in the language chosen, Chinese text by text where it is not translated. Ids, rules and conditions stay as they are.</summary>
public sealed class FormTranslator(TextShelf texts, LanguageChoice choice)
{
    /// <summary>A service in the language chosen.</summary>
    public ServiceDefinition Of(ServiceDefinition service) => IsChinese ? service : service.In(Say(FormTexts.Services, service.Id));

    /// <summary>A calculator's questions in the language chosen.</summary>
    public CalculatorDefinition Of(CalculatorDefinition calculator) => IsChinese ? calculator : calculator.In(Say(FormTexts.Calculators, calculator.Id));

    private bool IsChinese => choice.Current.Id == Language.Default;

    private Say Say(string folder, string id)
    {
        var (catalog, language) = (texts.Current, choice.Current);
        return (path, chinese) => catalog.Translation(language, $"{folder}.{id}.{path}") ?? chinese;
    }
}
