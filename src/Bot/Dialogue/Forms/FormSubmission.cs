using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Booking;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Sends what the citizen said yes to, once for each yes. Thread safe.</summary>
internal sealed class FormSubmission(DialogTexts texts, RequestIntake intake, ChannelLinks links, ChannelTraits channels, FormReceipt receipt, DocumentsWritten documents, BookingDialog booking, UnsafePhones phones)
{
    /// <summary>The receipt; or why it was not sent, and what is to be mended. A turn that is run again sends under the same key.</summary>
    public async Task<FormReply> SendAsync(FormTurn turn, ServiceDefinition service, CancellationToken cancellation)
    {
        var (form, activity) = (turn.Form, turn.Turn.Context.Activity);
        var sent = Interview.Sent(service, form.State.Answers, form.Today);
        var request = new NewRequest(service.Id, sent.ToMap(), activity.ChannelId) { Document = documents.Written(form.State.Document, form.Today) };
        var submitted = await intake.SubmitAsync(request, KeyOf(activity), cancellation);
        if (!submitted.Succeeded)
            return FormReply.On(form, texts.Say(Line.NotSent, ("reason", submitted.Failure.Message)));
        // Also where the channel has no way to tell him: the clerk who has the request finds the conversation by it.
        var follows = channels.Notifies(activity.ChannelId) && !form.State.IsQuiet;
        if (!form.State.IsQuiet)
            await links.FollowAsync($"request/{submitted.Value.Number}", activity.ChannelId!, activity.Conversation!.Id!, cancellation);
        var says = receipt.Of(service, form, submitted.Value, follows);
        return service.Appointment is null ? FormReply.End(form, says) : new(DialogStepKind.Ended, form, [says, booking.Offer(turn.Turn, Made(service, form, sent, submitted.Value))]) { AsksOn = false };
    }

    /// <summary>The same for every run of a turn, another for every message.</summary>
    private static string KeyOf(Activity activity) => $"bot/{activity.ChannelId}/{activity.Id}";

    private BookingState Made(ServiceDefinition service, Form form, Answers sent, SubmittedRequest submitted) => new()
    {
        Service = service.Id,
        Request = submitted.Number,
        Name = Text(service, sent, FieldRole.HelperName) ?? Text(service, sent, FieldRole.ApplicantName),
        Phone = Text(service, sent, FieldRole.HelperPhone) ?? Text(service, sent, FieldRole.ApplicantPhone),
        Ways = BookingWays.Of(service.Appointment!, sent, form.Today),
        Way = Text(service, sent, FieldRole.MeetingWay) is { } way ? BookingWays.Parse(way) : null,
        IsUnsafePhone = phones.IsUnsafe(service, sent, form.Today),
    };

    private static string? Text(ServiceDefinition service, Answers sent, FieldRole role) =>
        service.FieldOf(role) is { } field && sent.Get(field.Id) is { ValueKind: System.Text.Json.JsonValueKind.String } value ? value.GetString() : null;
}
