using LegalService.Casework.Attachments;
using LegalService.Casework.Requests;
using LegalService.Contracts;

namespace LegalService.Server.Api;

/// <summary>From requests to the records of the API.</summary>
internal static class RequestMapping
{
    public static SubmissionResponse ToResponse(this SubmittedRequest request) =>
        new(request.Number, request.Code, request.State.Name(), [.. request.Deadlines.Select(ToResponse)]);

    public static LookupResponse ToResponse(this RequestStatus status) => new(
        status.Number,
        status.Service,
        status.ServiceName,
        status.State.Name(),
        status.StateText,
        status.Assignee,
        [.. status.History.Select(line => new HistoryResponse(line.At, line.Event, line.Text, line.Message))],
        [.. status.Deadlines.Select(ToResponse)],
        [.. status.Asked.Select(item => new AskedItemResponse(item.Text, item.Field))],
        [.. status.Reasons.Select(reason => new RefusalReasonResponse(reason.Text, reason.Basis.ToResponse()))],
        status.HowToObject,
        [.. status.Appointments.Select(each => new RequestAppointmentResponse(each.Number, each.Start, each.End, each.Office, each.State))],
        [.. status.Attachments.Select(ToResponse)],
        status.Can);

    public static MyDataResponse ToResponse(this MyData data) => new(
        [.. data.Review.Select(line => new ReviewLineResponse(line.Field, line.Label, line.Display, line.Masked))],
        data.Answers,
        [.. data.Attachments.Select(ToResponse)],
        data.KeptUntil);

    private static DeadlineResponse ToResponse(this DeadlineLine deadline) =>
        new(deadline.Name, deadline.Due, string.Join('、', deadline.Basis), deadline.Party.Name(), deadline.State.Name());

    private static SentFileResponse ToResponse(this AttachmentLine file) => new(file.Id, file.Name, file.Size, file.Item);
}
