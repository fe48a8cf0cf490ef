using System.Text.Json;
using LegalService.Casework.Documents;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Walking;

namespace LegalService.Server.Pages.Documents;

/// <summary>A document on its way to a clerk, as the form of the service carries it.</summary>
/// <param name="Form">Its id.</param>
/// <param name="Answers">What it is filled with.</param>
internal sealed record CarriedDocument(string Form, Answers Answers)
{
    /// <summary>The document as it goes to the clerk; null when none is carried, or what is carried is none.</summary>
    public static NewDocument? Written(string carried, DocumentCatalog catalog, DateOnly today)
    {
        if (carried.Length == 0)
            return null;
        try
        {
            return JsonSerializer.Deserialize<CarriedDocument>(carried) is { } document && catalog.Find(document.Form) is { Review: not null } definition
                ? NewDocument.Of(DocumentForm.Fill(definition, document.Answers, today))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
