using LegalService.Interviews.Definitions;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Screens.Shell;

namespace LegalService.Kiosk.Screens.Forms;

/// <summary>Sends a request to the centre, or keeps it until the line is back.</summary>
internal sealed class Submitting(Sender sender, ServiceDefinition service) : IPurpose
{
    public string ReviewKey => "kiosk.review.title";

    public string SendKey => "kiosk.review.send";

    public async Task<Ended> SendAsync(FormWalk walk) => await sender.SubmitAsync(walk.ToSubmission(service), CancellationToken.None) switch
    {
        SendOutcome.Refused refused => new(null, refused.Message, refused.Errors is [{ Field: var field }, ..] ? field : null),
        var sent => new(Screen.Of<ReceiptScreen>(new Receipt(service, walk, sent))),
    };
}
