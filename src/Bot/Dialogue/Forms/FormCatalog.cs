using LegalService.Interviews;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Everything that asks questions: services, calculators, documents. No two have one id. Thread safe.</summary>
internal sealed class FormCatalog(ServiceCatalog services, CalculatorCatalog calculators, DocumentCatalog documents)
{
    private readonly Dictionary<string, IForm> _byId =
        services.Services.Concat<IForm>(calculators.Calculators.Select(calculator => calculator.Definition)).Concat(documents.Documents).ToDictionary(form => form.Id, StringComparer.Ordinal);

    /// <summary>All of them, services first.</summary>
    public IEnumerable<IForm> All => _byId.Values;

    /// <summary>The one with this id; null when it is offered no more.</summary>
    public IForm? Find(string id) => _byId.GetValueOrDefault(id);
}
