using LegalService.Interviews.Documents;
using LegalService.Kiosk.Screens.Forms;
using LegalService.Kiosk.Screens.Shell;

namespace LegalService.Kiosk.Screens.Documents;

/// <summary>Writes a document of the answers; nothing is sent, and nothing of it stays.</summary>
internal sealed class Writing(DocumentDefinition document) : IPurpose
{
    public string ReviewKey => "kiosk.review.write";

    public string SendKey => "kiosk.review.written";

    public Task<Ended> SendAsync(FormWalk walk) =>
        Task.FromResult(new Ended(Screen.Of<DocumentScreen>(DocumentForm.Fill(document, walk.Answers, walk.Today))));
}
