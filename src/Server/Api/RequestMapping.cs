using LegalService.Casework.Attachments;
using LegalService.Casework.Letters;
using LegalService.Casework.Requests;
using LegalService.Contracts;
using LegalService.Interviews.Papers;

namespace LegalService.Server.Api;

/// <summary>From requests to the records of the API.</summary>
internal static class RequestMapping
{
    public static SubmissionResponse ToResponse(this SubmittedRequest request) =>
        new(request.Number, request.Code, request.State.Name(), ToResponse(request.Deadlines));

    public static LookupResponse ToResponse(this RequestStatus status) => new(
        status.Number,
        status.Service,
        status.ServiceName,
        status.State.Name(),
        status.StateText,
        status.Assignee,
        [.. status.History.Select(line => new HistoryResponse(line.At, line.Event, line.Text, line.Message))],
        ToResponse(status.Deadlines),
        [.. status.Asked.Select(item => new AskedItemResponse(item.Text, item.Field))],
        [.. status.Reasons.Select(reason => new RefusalReasonResponse(reason.Text, reason.Basis.ToResponse()))],
        status.HowToObject,
        [.. status.Appointments.Select(each => new RequestAppointmentResponse(each.Number, each.Start, each.End, each.Office, each.State))],
        [.. status.Attachments.Select(ToResponse)],
        status.Can,
        [.. status.Letters.Select(letter => new IssuedLetterResponse(letter.Id.ToString("N"), letter.Title, letter.Number, letter.IssuedAt))],
        status.Document);

    public static LetterResponse ToResponse(this OpenedLetter opened) => new(
        opened.Letter.Title,
        opened.Letter.Number,
        opened.Letter.IssuedAt,
        PaperText.Lines(opened.Text).ToResponse());

    public static MyDataResponse ToResponse(this MyData data) => new(
        [.. data.Review.Select(line => new ReviewLineResponse(line.Field, line.Label, line.Display, line.Masked))],
        data.Answers,
        [.. data.Attachments.Select(ToResponse)],
        data.KeptUntil);

    /// <summary>What is due first stands first.</summary>
    private static IReadOnlyList<DeadlineResponse> ToResponse(IReadOnlyList<DeadlineLine> deadlines) =>
        [.. deadlines.OrderBy(deadline => deadline.Due ?? DateTimeOffset.MaxValue).ThenBy(deadline => deadline.Rule, StringComparer.Ordinal).Select(ToResponse)];

    public static DeadlineResponse ToResponse(this DeadlineLine deadline) =>
        new(deadline.Name, deadline.Due, string.Join('、', deadline.Basis), deadline.Party.Name(), deadline.State.Name());

    private static SentFileResponse ToResponse(this AttachmentLine file) => new(file.Id, file.Name, file.Size, file.Item);
}
