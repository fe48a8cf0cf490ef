using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Calendar;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Calendar;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Feedback;

/// <summary>A rating as a citizen gives it.</summary>
/// <param name="Kind">What is rated.</param>
/// <param name="Subject">Number of the request or appointment, conversation id, or id of a place; null for the service as a whole.</param>
/// <param name="Value">1 (very bad) to 5 (very good).</param>
/// <param name="Reasons">Short ids of reasons, such as <c>slow</c>; at most ten.</param>
/// <param name="Comment">The citizen's own words; null when there are none.</param>
public sealed record Rating(FeedbackKind Kind, string? Subject, int Value, IReadOnlyList<string> Reasons, string? Comment);

/// <summary>Takes ratings (好差评: five levels).</summary>
public sealed class RatingDesk
{
    /// <summary>Longest subject, in characters.</summary>
    public const int LongestSubject = 80;

    /// <summary>Longest comment, in characters.</summary>
    public const int LongestComment = 1000;

    private const int MostReasons = 10;
    private const int LongestReason = 30;

    private readonly CaseworkStore _store;
    private readonly OnceOnly _once;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly WorkCalendar _calendar;
    private readonly TimeProvider _time;

    internal RatingDesk(CaseworkStore store, OnceOnly once, Sealer sealer, AuditTrail audit, RatingForm form, WorkCalendar calendar, TimeProvider time) =>
        (_store, _once, _sealer, _audit, Form, _calendar, _time) = (store, once, sealer, audit, form, calendar, time);

    /// <summary>How a rating is asked for.</summary>
    public RatingForm Form { get; }

    /// <summary>
    /// Keeps a rating and gives its id; the same key with the same rating counts once. Failures: <c>feedback.rating</c> (not 1 to 5), <c>feedback.subject</c>,
    /// <c>feedback.reasons</c>, <c>feedback.tooLong</c>, <c>idempotency.key</c>, <c>idempotency.mismatch</c>.
    /// </summary>
    public async Task<Result<Guid>> RateAsync(Rating rating, string key, CancellationToken cancellation)
    {
        if (Refuse(rating) is { } failure)
            return failure;
        return await _once.RunAsync<Guid>("feedback.rate", key, rating, async (context, token) => (await AddAsync(context, rating, isOwn: false, token)).Id, cancellation);
    }

    /// <summary>
    /// The rating of a request by who showed that it is his: once. A low one needs a reason of the form, or words. Failures as <see cref="RateAsync"/>, and
    /// <c>feedback.given</c>, <c>feedback.reasonNeeded</c>.
    /// </summary>
    internal async Task<Result<GivenRating>> RateOwnAsync(Rating rating, CancellationToken cancellation)
    {
        if (Refuse(rating) is { } failure)
            return failure;
        if (rating.Reasons.Any(id => Form.Reasons.All(reason => reason.Id != id)))
            return UnknownReason;
        if (rating.Value <= Form.LowFrom && rating.Reasons.Count == 0 && string.IsNullOrWhiteSpace(rating.Comment))
            return new Failure("feedback.reasonNeeded", "请选一个原因，或者写几句，好让我们知道哪里要改。");
        try
        {
            return await _store.WriteAsync<Result<GivenRating>>(
                async (context, token) => GivenRating.Of(await AddAsync(context, rating, isOwn: true, token), _sealer), cancellation);
        }
        catch (UniqueViolationException)
        {
            return new Failure("feedback.given", "这件事您已经评价过了。");
        }
    }

    private async Task<FeedbackEntry> AddAsync(CaseworkContext context, Rating rating, bool isOwn, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var entry = new FeedbackEntry
        {
            Id = id,
            At = Instants.ToMicroseconds(_time.GetUtcNow()),
            Kind = rating.Kind,
            Subject = rating.Subject,
            Office = await OfficeOfAsync(context, rating, cancellation),
            Rating = rating.Value,
            Reasons = string.Join(',', rating.Reasons),
            Comment = string.IsNullOrWhiteSpace(rating.Comment) ? null : _sealer.Seal(rating.Comment, $"feedback/{id:N}"),
            IsOwn = isOwn,
            ReplyDue = rating.Kind != FeedbackKind.Answer && rating.Value <= Form.LowFrom ? ReplyDue() : null,
        };
        context.Add(entry);
        _audit.Record(context, Actor.Citizen, "feedback.given", $"feedback/{id:N}");
        return entry;
    }

    /// <summary>The end of the last working day for a reply.</summary>
    private DateTimeOffset ReplyDue() =>
        BeijingTime.At(_calendar.AddWorkingDays(BeijingTime.Today(_time), Form.ReplyWorkdays).AddDays(1)).AddSeconds(-1);

    private static async Task<string?> OfficeOfAsync(CaseworkContext context, Rating rating, CancellationToken cancellation) => rating.Kind switch
    {
        FeedbackKind.Request => await context.Set<Request>().Where(request => request.Number == rating.Subject).Select(request => request.Office).SingleOrDefaultAsync(cancellation),
        FeedbackKind.Appointment =>
            await context.Set<Appointment>().Where(appointment => appointment.Number == rating.Subject).Select(appointment => appointment.Office).SingleOrDefaultAsync(cancellation),
        FeedbackKind.Service => rating.Subject,
        _ => null,
    };

    private static Failure UnknownReason { get; } = new("feedback.reasons", "选的原因不对，请重新选。");

    private static Failure? Refuse(Rating rating) => rating switch
    {
        { Value: < 1 or > 5 } => new Failure("feedback.rating", "请从一星到五星里选一个。"),
        { Subject: { } subject } when !IsId(subject) => new Failure("feedback.subject", "评价的编号不对。"),
        { Reasons: { } reasons } when reasons.Count > MostReasons || !reasons.All(IsReason) =>
            UnknownReason,
        { Comment.Length: > LongestComment } => new Failure("feedback.tooLong", $"写得太长了，最多 {LongestComment} 个字。"),
        _ => null,
    };

    private static bool IsId(string text) => text.Length is > 0 and <= LongestSubject && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or '-');

    private static bool IsReason(string text) => text.Length is > 0 and <= LongestReason && text.All(char.IsAsciiLetter);
}
