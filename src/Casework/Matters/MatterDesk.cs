using System.Text.Json;
using LegalService.Casework.Appointments;
using LegalService.Casework.Attachments;
using LegalService.Casework.Feedback;
using LegalService.Casework.Letters;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;

namespace LegalService.Casework.Matters;

/// <summary>
/// What a citizen who signed in sees and does. The phone alone shows where things stand, takes what is asked for, moves appointments and rates; what tells about
/// a person is opened by more (<see cref="ProveAsync"/>), for a phone has many hands and a number may be given to somebody else. A matter of somebody else is one
/// that there is not: <c>request.notFound</c>, <c>appointment.notFound</c>. Thread safe.
/// </summary>
public sealed class MatterDesk
{
    private readonly CaseworkStore _store;
    private readonly OwnMatters _own;
    private readonly MatterReading _reading;
    private readonly MatterProof _proof;
    private readonly MatterDoor _door;
    private readonly RequestActs _acts;
    private readonly OwnAppointment _appointments;
    private readonly RatingDesk _ratings;

    internal MatterDesk(
        CaseworkStore store, OwnMatters own, MatterReading reading, MatterProof proof, MatterDoor door, RequestActs acts, OwnAppointment appointments, RatingDesk ratings) =>
        (_store, _own, _reading, _proof, _door, _acts, _appointments, _ratings) = (store, own, reading, proof, door, acts, appointments, ratings);

    /// <summary>All that belongs to the citizen.</summary>
    public Task<OwnMatterList> ListAsync(MatterSession session, CancellationToken cancellation) => _reading.ListAsync(session.Content, cancellation);

    /// <summary>One request.</summary>
    public async Task<Result<Matter>> FindAsync(MatterSession session, string number, CancellationToken cancellation) =>
        await RequestAsync(session, number, cancellation) is { } request ? await _reading.MatterAsync(session.Content, request, cancellation) : RequestFailures.NotFound;

    /// <summary>
    /// Opens all of a request for this session: by its pickup code, or by the applicant's identity number unless the matter must be kept from people who know that.
    /// Failures: <c>proof.wrong</c>, <c>lookup.locked</c>.
    /// </summary>
    public async Task<Result<bool>> ProveAsync(MatterSession session, string number, string proof, CancellationToken cancellation)
    {
        if (await RequestAsync(session, number, cancellation) is not { } request)
            return RequestFailures.NotFound;
        var proven = await _proof.CheckAsync(request, proof, cancellation);
        if (proven.Succeeded)
            await _door.OpenMoreAsync(session, request.Id, cancellation);
        return proven;
    }

    /// <summary>Adds what is asked for. Failures as <see cref="CitizenRequests.SupplementAsync"/>; answers need an open request, <c>my.closed</c>.</summary>
    public Task<Result<RequestStatus>> SupplementAsync(MatterSession session, string number, Supplement supplement, CancellationToken cancellation) =>
        ActAsync(session, number, needsOpen: supplement.Answers is { Count: > 0 }, id => _acts.SupplementAsync(id, supplement, cancellation), cancellation);

    /// <summary>Takes a request back. Failures: <c>my.closed</c>, <c>request.state</c>.</summary>
    public Task<Result<RequestStatus>> WithdrawAsync(MatterSession session, string number, CancellationToken cancellation) =>
        ActAsync(session, number, needsOpen: true, id => _acts.WithdrawAsync(id, cancellation), cancellation);

    /// <summary>Objects to a refusal (法律援助法第四十九条). Failures: <c>my.closed</c>, <c>request.state</c>, <c>text.required</c>.</summary>
    public Task<Result<RequestStatus>> ObjectAsync(MatterSession session, string number, string grounds, CancellationToken cancellation) =>
        ActAsync(session, number, needsOpen: true, id => _acts.ObjectAsync(id, grounds, cancellation), cancellation);

    /// <summary>Puts wrong data right (个人信息保护法第四十六条). Failures: <c>my.closed</c>, <c>request.incomplete</c>, <c>request.state</c>.</summary>
    public Task<Result<RequestStatus>> CorrectAsync(
        MatterSession session, string number, IReadOnlyDictionary<string, JsonElement> answers, CancellationToken cancellation) =>
        ActAsync(session, number, needsOpen: true, id => _acts.CorrectAsync(id, answers, cancellation), cancellation);

    /// <summary>All that is kept about the citizen with a request (个人信息保护法第四十五条). Failure: <c>my.closed</c>.</summary>
    public Task<Result<MyData>> DataAsync(MatterSession session, string number, CancellationToken cancellation) =>
        ActAsync(session, number, needsOpen: true, id => _acts.MyDataAsync(id, cancellation), cancellation);

    /// <summary>A letter. Failures: <c>my.closed</c>, <c>letter.notFound</c>.</summary>
    public Task<Result<OpenedLetter>> LetterAsync(MatterSession session, string number, Guid letter, CancellationToken cancellation) =>
        ActAsync(session, number, needsOpen: true, id => _acts.OpenLetterAsync(id, letter, cancellation), cancellation);

    /// <summary>A file that was sent. Failures: <c>my.closed</c>, <c>attachment.notFound</c>.</summary>
    public Task<Result<OpenedAttachment>> FileAsync(MatterSession session, string number, string file, CancellationToken cancellation) =>
        ActAsync(session, number, needsOpen: true, id => _acts.OpenAttachmentAsync(id, file, cancellation), cancellation);

    /// <summary>Removes the citizen's personal data (个人信息保护法第四十七条). Failures: <c>my.closed</c>, <c>request.underway</c>.</summary>
    public Task<Result<bool>> EraseAsync(MatterSession session, string number, CancellationToken cancellation) =>
        ActAsync(session, number, needsOpen: true, id => _acts.EraseAsync(id, cancellation), cancellation);

    /// <summary>
    /// Rates a request that is over, once. Failures: <c>feedback.notYet</c>, <c>feedback.given</c>, <c>feedback.reasonNeeded</c>, <c>feedback.rating</c>,
    /// <c>feedback.reasons</c>, <c>feedback.tooLong</c>.
    /// </summary>
    public async Task<Result<GivenRating>> RateAsync(
        MatterSession session, string number, int value, IReadOnlyList<string> reasons, string? comment, CancellationToken cancellation)
    {
        if (await RequestAsync(session, number, cancellation) is not { } request)
            return RequestFailures.NotFound;
        return request.ClosedAt is null
            ? new Failure("feedback.notYet", "这件事还没有办完，办完了再评价。有不满意的地方，可以打 12348 或者 12345。")
            : await _ratings.RateOwnAsync(new Rating(FeedbackKind.Request, request.Number, value, reasons, comment), cancellation);
    }

    /// <summary>Moves an appointment. Failures as <see cref="OwnAppointment.RescheduleAsync"/>.</summary>
    public async Task<Result<AppointmentView>> RescheduleAsync(MatterSession session, Guid id, string slotId, CancellationToken cancellation)
    {
        var own = await OwnAsync(session, cancellation);
        return await _appointments.RescheduleForAsync(id, appointment => appointment is not null && own.Contains(appointment.Id), slotId, AppointmentWriter.View, cancellation);
    }

    /// <summary>Cancels an appointment. Failures as <see cref="OwnAppointment.CancelAsync(Guid, string, string?, CancellationToken)"/>.</summary>
    public async Task<Result<AppointmentView>> CancelAsync(MatterSession session, Guid id, CancellationToken cancellation)
    {
        var own = await OwnAsync(session, cancellation);
        return await _appointments.CancelForAsync(id, appointment => appointment is not null && own.Contains(appointment.Id), reason: null, cancellation);
    }

    /// <summary>The way into the video room. Failures as <see cref="OwnAppointment.RoomAsync"/>.</summary>
    public async Task<Result<VideoRoom>> RoomAsync(MatterSession session, Guid id, CancellationToken cancellation)
    {
        var own = await OwnAsync(session, cancellation);
        return await _appointments.RoomForAsync(id, appointment => appointment is not null && own.Contains(appointment.Id), cancellation);
    }

    private async Task<Result<T>> ActAsync<T>(MatterSession session, string number, bool needsOpen, Func<Guid, Task<Result<T>>> act, CancellationToken cancellation)
    {
        if (await RequestAsync(session, number, cancellation) is not { } request)
            return RequestFailures.NotFound;
        return needsOpen && !MatterReading.IsOpen(session.Content, request) ? MatterFailures.Closed : await act(request.Id);
    }

    private async Task<Request?> RequestAsync(MatterSession session, string number, CancellationToken cancellation)
    {
        var own = await _store.ReadAsync((context, token) => _own.RequestsAsync(context, session.Content, token), cancellation);
        return own.FirstOrDefault(request => request.Number == number);
    }

    private async Task<HashSet<Guid>> OwnAsync(MatterSession session, CancellationToken cancellation)
    {
        var own = await _store.ReadAsync((context, token) => _own.AppointmentsAsync(context, session.Content, token), cancellation);
        return [.. own.Select(appointment => appointment.Id)];
    }
}
