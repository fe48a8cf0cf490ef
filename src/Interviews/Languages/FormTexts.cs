using LegalService.Interviews.Calculators;

namespace LegalService.Interviews.Languages;

/// <summary>The Chinese texts of forms, which stand in the forms' own files. Translations of them stand in a folder of the same name within each language.</summary>
/// <param name="Folder"><c>services</c> or <c>calculators</c>.</param>
/// <param name="Texts">Key -> text: <c>services.legal-aid.fields.matter.label</c>.</param>
public sealed record FormTexts(string Folder, IReadOnlyDictionary<string, string> Texts)
{
    internal const string Services = "services";
    internal const string Calculators = "calculators";

    /// <summary>Names, guides and questions of services.</summary>
    public static FormTexts Of(ServiceCatalog services) => Gather(Services, services.Services, service => service.Id, (service, say) => service.In(say));

    /// <summary>Names, questions and caveats of calculators; their worked steps are Chinese.</summary>
    public static FormTexts Of(CalculatorCatalog calculators) =>
        Gather(Calculators, calculators.Calculators.Select(calculator => calculator.Definition), calculator => calculator.Id, (calculator, say) => calculator.In(say));

    private static FormTexts Gather<T>(string folder, IEnumerable<T> forms, Func<T, string> id, Action<T, Say> walk)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            walk(form, (path, chinese) =>
            {
                texts.TryAdd($"{folder}.{id(form)}.{path}", chinese);
                return chinese;
            });
        }

        return new(folder, texts);
    }
}
