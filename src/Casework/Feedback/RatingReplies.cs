using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Notifications;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Feedback;

/// <summary>A low rating, for the staff.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was given, on Beijing's clock.</param>
/// <param name="Kind">What was rated.</param>
/// <param name="Subject">Number of the request or appointment, or id of the place; null for the service as a whole.</param>
/// <param name="Office">Id of the office; null: none in particular.</param>
/// <param name="Value">1 or what else is low.</param>
/// <param name="Reasons">In words.</param>
/// <param name="Comment">The citizen's own words; null: none, or removed.</param>
/// <param name="Reaches">Whether the reply reaches the citizen.</param>
/// <param name="ReplyDue">The last moment for a reply, on Beijing's clock.</param>
/// <param name="Reply">What was replied; null: nothing yet.</param>
/// <param name="RepliedAt">When; null: not yet.</param>
/// <param name="RepliedBy">Who; null: nobody yet.</param>
public sealed record LowRating(
    Guid Id, DateTimeOffset At, FeedbackKind Kind, string? Subject, string? Office, int Value, IReadOnlyList<string> Reasons, string? Comment, bool Reaches,
    DateTimeOffset ReplyDue, string? Reply, DateTimeOffset? RepliedAt, string? RepliedBy);

/// <summary>
/// What the staff does about low ratings: each is replied to within its time, and who gave it hears of the reply where that is known (差评件件有回复). Thread safe.
/// </summary>
public sealed class RatingReplies
{
    /// <summary>Longest reply, in characters.</summary>
    public const int LongestReply = 1000;

    private const int MostShown = 200;

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly Outbox _outbox;
    private readonly RequestChanges _requests;
    private readonly RatingForm _form;
    private readonly TimeProvider _time;

    internal RatingReplies(CaseworkStore store, Sealer sealer, AuditTrail audit, Outbox outbox, RequestChanges requests, RatingForm form, TimeProvider time) =>
        (_store, _sealer, _audit, _outbox, _requests, _form, _time) = (store, sealer, audit, outbox, requests, form, time);

    /// <summary>Low ratings: those to be replied to, the most urgent first, or those replied to, the last first. The audit trail notes that they were read.</summary>
    /// <param name="office">Id of an office, whose ratings and those of no office in particular are shown; null for all.</param>
    /// <param name="replied">Which of the two.</param>
    /// <param name="reader">Who reads them.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<LowRating>> ListAsync(string? office, bool replied, Actor reader, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var low = context.Set<FeedbackEntry>().AsNoTracking()
                .Where(entry => entry.ReplyDue != null && entry.RepliedAt != null == replied && (office == null || entry.Office == office || entry.Office == null));
            var ordered = replied ? low.OrderByDescending(entry => entry.RepliedAt) : low.OrderBy(entry => entry.ReplyDue);
            var entries = await ordered.Take(MostShown).ToListAsync(token);
            _audit.Record(context, reader, "feedback.listed", "feedback", $"{entries.Count}");
            return (IReadOnlyList<LowRating>)[.. entries.Select(Row)];
        },
        cancellation);

    /// <summary>
    /// Replies, once. The citizen reads it at his matters, and is told that it is there. Failures: <c>feedback.notFound</c> (no low rating), <c>feedback.replied</c>,
    /// <c>text.required</c>.
    /// </summary>
    public async Task<Result<LowRating>> ReplyAsync(Guid id, string text, Actor clerk, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestReply)
            return new Failure("text.required", $"请写明回复，不要空着，也不要超过 {LongestReply} 字。");
        return await _store.WriteAsync<Result<LowRating>>(
            async (context, token) =>
            {
                var now = Instants.ToMicroseconds(_time.GetUtcNow());
                // The database decides between two clerks.
                if (await context.Set<FeedbackEntry>().Where(entry => entry.Id == id && entry.ReplyDue != null && entry.RepliedAt == null)
                        .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.RepliedAt, now), token) == 0)
                {
                    return await context.Set<FeedbackEntry>().AnyAsync(entry => entry.Id == id && entry.ReplyDue != null, token)
                        ? new Failure("feedback.replied", "这条评价已经回复过了，请刷新看看。")
                        : new Failure("feedback.notFound", "没有这条差评。");
                }

                var entry = await context.Set<FeedbackEntry>().SingleAsync(row => row.Id == id, token);
                (entry.Reply, entry.RepliedBy) = (_sealer.Seal(text.Trim(), entry.ReplyPlace), clerk.Name);
                _audit.Record(context, clerk, "feedback.replied", entry.Place);
                await TellAsync(context, entry, token);
                return Row(entry);
            },
            cancellation);
    }

    /// <summary>Who showed that the request is his hears of it; what others sent under its number is not worth a message.</summary>
    private async Task TellAsync(CaseworkContext context, FeedbackEntry entry, CancellationToken cancellation)
    {
        if (entry is not { Kind: FeedbackKind.Request, IsOwn: true, Subject: { } number }
            || await context.Set<Request>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellation) is not { } request
            || _requests.ContactOf(request) is not { } contact)
        {
            return;
        }

        await _outbox.AddAsync(
            context,
            new Notification
            {
                Kind = NotificationKinds.FeedbackReplied,
                Subject = RequestNotifications.SubjectOf(number),
                Version = entry.Id.ToString("N"),
                Recipient = new Recipient(contact.Phone, AllowsSms: contact.Phone is not null),
                Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = number },
                Neutral = request.IsDiscreet,
            },
            cancellation);
    }

    private LowRating Row(FeedbackEntry entry) => new(
        entry.Id,
        BeijingTime.Of(entry.At),
        entry.Kind,
        entry.Subject,
        entry.Office,
        entry.Rating,
        [.. entry.Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(_form.ReasonOf)],
        entry.Comment is { } words ? _sealer.Open(words, entry.Place) : null,
        entry is { IsOwn: true, Kind: FeedbackKind.Request },
        BeijingTime.Of(entry.ReplyDue!.Value),
        entry.Reply is { } reply ? _sealer.Open(reply, entry.ReplyPlace) : null,
        entry.RepliedAt is { } at ? BeijingTime.Of(at) : null,
        entry.RepliedBy);
}
