using LegalService.Casework.Calendar;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Feedback;

/// <summary>A rating of a request, for the citizen who gave it.</summary>
/// <param name="Value">5 to 1.</param>
/// <param name="At">When, on Beijing's clock.</param>
/// <param name="ReplyDue">By when the office replies; null where it need not.</param>
/// <param name="Reply">What it replied; null: nothing yet.</param>
public sealed record GivenRating(int Value, DateTimeOffset At, DateTimeOffset? ReplyDue, string? Reply)
{
    internal static GivenRating Of(FeedbackEntry entry, Sealer sealer) => new(
        entry.Rating,
        BeijingTime.Of(entry.At),
        entry.ReplyDue is { } due ? BeijingTime.Of(due) : null,
        entry.Reply is { } reply ? sealer.Open(reply, entry.ReplyPlace) : null);

    /// <summary>The ratings of requests by those whose requests they are, by number.</summary>
    internal static async Task<IReadOnlyDictionary<string, GivenRating>> OfAsync(
        CaseworkContext context, Sealer sealer, IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        var entries = await context.Set<FeedbackEntry>().AsNoTracking()
            .Where(entry => entry.Kind == FeedbackKind.Request && entry.IsOwn && numbers.Contains(entry.Subject!)).ToListAsync(cancellation);
        return entries.ToDictionary(entry => entry.Subject!, entry => Of(entry, sealer), StringComparer.Ordinal);
    }
}
