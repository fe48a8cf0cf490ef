using LegalService.Contracts;
using LegalService.Interviews.Definitions;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Screens.Forms;
using LegalService.Kiosk.Screens.Shell;

namespace LegalService.Kiosk.Screens.Booking;

/// <summary>Asks the office to call back, now or when the line is back.</summary>
internal sealed class CallingBack(Sender sender, string about) : IPurpose
{
    public string ReviewKey => "kiosk.call.review";

    public string SendKey => "kiosk.call.send";

    public async Task<Ended> SendAsync(FormWalk walk)
    {
        var words = walk.TextOf(FieldRole.Story);
        var request = new KioskCallbackRequest(walk.TextOf(FieldRole.ApplicantPhone)!, $"{about}：{words}", walk.TextOf(FieldRole.ApplicantName));
        return await sender.CallBackAsync(request, CancellationToken.None) switch
        {
            SendOutcome.Refused refused => new(null, refused.Message),
            var sent => new(Screen.Of<CallScreen>(sent)),
        };
    }
}
