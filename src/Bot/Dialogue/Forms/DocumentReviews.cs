using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Documents;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>From a document to the service whose clerks look at it: its form begins with what the document tells already. Thread safe.</summary>
internal sealed class DocumentReviews(DocumentCatalog documents, DialogTexts texts)
{
    /// <summary>The form of the service takes the place of the document's; null when this kind is not looked at.</summary>
    public FormReply? Begin(Form form)
    {
        if (form.Definition is not DocumentDefinition document || documents.ReviewOf(document, form.State.Answers, form.Today) is not { } review)
            return null;
        var state = new FormState
        {
            Service = review.Service.Id,
            Version = review.Service.Version,
            Answers = review.Answers,
            Path = [.. review.Answers.Values.Keys],
            Document = new DocumentSent(document.Id, form.State.Answers),
        };
        return FormReply.On(Form.Of(review.Service, state, form.Today), texts.Say(Line.PaperReviewBegun, ("service", review.Service.Name)));
    }
}
