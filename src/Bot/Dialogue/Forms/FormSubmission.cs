using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Booking;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Sends what the citizen said yes to, once for each yes. Thread safe.</summary>
internal sealed class FormSubmission(DialogTexts texts, RequestIntake intake, ChannelLinks links, ChannelTraits channels, FormReceipt receipt, BookingDialog booking, UnsafePhones phones)
{
    /// <summary>The receipt; or why it was not sent, and what is to be mended. A turn that is run again sends under the same key.</summary>
    public async Task<FormReply> SendAsync(FormTurn turn, CancellationToken cancellation)
    {
        var (form, activity) = (turn.Form, turn.Turn.Context.Activity);
        var sent = Interview.Sent(form.Definition, form.State.Answers, form.Today);
        var submitted = await intake.SubmitAsync(new NewRequest(form.Definition.Id, sent.ToMap(), activity.ChannelId), KeyOf(activity), cancellation);
        if (!submitted.Succeeded)
            return FormReply.On(form, texts.Say(Line.NotSent, ("reason", submitted.Failure.Message)));
        // Also where the channel has no way to tell him: the clerk who has the request finds the conversation by it.
        var follows = channels.Notifies(activity.ChannelId) && !form.State.IsQuiet;
        if (!form.State.IsQuiet)
            await links.FollowAsync($"request/{submitted.Value.Number}", activity.ChannelId!, activity.Conversation!.Id!, cancellation);
        var says = receipt.Of(form, submitted.Value, follows);
        return form.Definition.Appointment is null ? FormReply.End(form, says) : new(DialogStepKind.Ended, form, [says, booking.Offer(turn.Turn, Made(form, sent, submitted.Value))]) { AsksOn = false };
    }

    /// <summary>The same for every run of a turn, another for every message.</summary>
    private static string KeyOf(Activity activity) => $"bot/{activity.ChannelId}/{activity.Id}";

    private BookingState Made(Form form, Answers sent, SubmittedRequest submitted) => new()
    {
        Service = form.Definition.Id,
        Request = submitted.Number,
        Name = Text(form, sent, FieldRole.HelperName) ?? Text(form, sent, FieldRole.ApplicantName),
        Phone = Text(form, sent, FieldRole.HelperPhone) ?? Text(form, sent, FieldRole.ApplicantPhone),
        Ways = BookingWays.Of(form.Definition.Appointment!, sent, form.Today),
        Way = Text(form, sent, FieldRole.MeetingWay) is { } way ? BookingWays.Parse(way) : null,
        IsUnsafePhone = phones.IsUnsafe(form.Definition, sent, form.Today),
    };

    private static string? Text(Form form, Answers sent, FieldRole role) =>
        form.Definition.FieldOf(role) is { } field && sent.Get(field.Id) is { ValueKind: System.Text.Json.JsonValueKind.String } value ? value.GetString() : null;
}
