using LegalService.Casework.Documents;
using LegalService.Interviews.Documents;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>From a document in a conversation to what a clerk gets. Thread safe.</summary>
internal sealed class DocumentsWritten(DocumentCatalog documents)
{
    /// <summary>The document as it is now; null when there is none, or its kind is offered no more.</summary>
    public NewDocument? Written(DocumentSent? sent, DateOnly today) =>
        sent is not null && documents.Find(sent.Form) is { } definition ? NewDocument.Of(DocumentForm.Fill(definition, sent.Answers, today)) : null;
}
