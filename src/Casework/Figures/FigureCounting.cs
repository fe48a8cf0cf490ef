using LegalService.Casework.Appointments;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Feedback;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Figures;

/// <summary>Has the database count a period. Thread safe.</summary>
internal sealed class FigureCounting(IServiceDefinitions definitions, TimeProvider time)
{
    private const int Ratings = 5;

    /// <param name="context">Where.</param>
    /// <param name="period">When.</param>
    /// <param name="office">Only this office; null: all.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public async Task<FigureTotals> TotalsAsync(CaseworkContext context, FigurePeriod period, string? office, CancellationToken cancellation)
    {
        var (from, to) = (period.From, period.To);
        var figures = context.Set<RequestFigure>().Where(figure => office == null || figure.Office == office);
        var received = await figures.Where(figure => figure.ReceivedOn >= from && figure.ReceivedOn <= to)
            .GroupBy(figure => new { figure.Service, figure.Channel }).Select(group => new { group.Key.Service, group.Key.Channel, Count = group.Count() }).ToListAsync(cancellation);
        var decided = await figures.Where(figure => figure.DecidedOn >= from && figure.DecidedOn <= to)
            .GroupBy(figure => new { figure.Decision, figure.WaitDays }).Select(group => new { group.Key.Decision, group.Key.WaitDays, Count = group.Count() }).ToListAsync(cancellation);
        var counted = await figures.Where(figure => figure.CountedOn >= from && figure.CountedOn <= to && figure.Counts != null)
            .GroupBy(figure => new { figure.Counts, figure.Group }).Select(group => new CountedWork(group.Key.Counts!, group.Key.Group, group.Count())).ToListAsync(cancellation);
        var ended = await figures.Where(figure => figure.ClosedOn >= from && figure.ClosedOn <= to)
            .GroupBy(figure => new { figure.Counts, figure.End, figure.Outcome })
            .Select(group => new EndedWork(group.Key.Counts, group.Key.End, group.Key.Outcome, group.Count())).ToListAsync(cancellation);
        var (appointments, without) = await MeetingsAsync(context, period, office, cancellation);
        return new()
        {
            ReceivedByService = Sums(received, row => row.Service, row => row.Count),
            ReceivedByChannel = Sums(received, row => row.Channel, row => row.Count),
            Decided = decided.GroupBy(row => row.Decision!.Value).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            Waiting = WaitingTimes.Of(decided.GroupBy(row => row.WaitDays!.Value).ToDictionary(group => group.Key, group => group.Sum(row => row.Count))),
            Counted = counted,
            Ended = ended,
            Deadlines = await DeadlinesAsync(context, period, office, cancellation),
            Appointments = appointments,
            WithoutRequest = without,
            Ratings = await RatingsAsync(context, period, office, cancellation),
        };
    }

    /// <summary>Requests that came in, day by day; a day without any is left out.</summary>
    public static async Task<IReadOnlyList<DayFigure>> DaysAsync(CaseworkContext context, FigurePeriod period, string? office, CancellationToken cancellation) =>
        await context.Set<RequestFigure>()
            .Where(figure => figure.ReceivedOn >= period.From && figure.ReceivedOn <= period.To && (office == null || figure.Office == office))
            .GroupBy(figure => figure.ReceivedOn).OrderBy(group => group.Key).Select(group => new DayFigure(group.Key, group.Count())).ToListAsync(cancellation);

    public async Task<FiguresNow> NowAsync(CaseworkContext context, string? office, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var open = await context.Set<RequestFigure>().CountAsync(figure => figure.ClosedOn == null && (office == null || figure.Office == office), cancellation);
        var late = await context.Set<Request>().CountAsync(request => request.NextDue < now && (office == null || request.Office == office), cancellation);
        return new(open, late);
    }

    /// <summary>Limits that fell due in the period, up to now; those that fell away or stand still are no figure.</summary>
    private async Task<IReadOnlyList<DeadlineFigure>> DeadlinesAsync(CaseworkContext context, FigurePeriod period, string? office, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (begin, end) = (period.Begin, period.End < now ? period.End : now);
        var rows = await context.Set<RequestDeadline>()
            .Where(row => row.Party == DeadlineParty.Office && row.Due >= begin && row.Due < end && !row.IsDropped && !row.IsSuspended && (office == null || row.Office == office))
            .GroupBy(row => new { row.Service, row.Rule, row.IsKept }).Select(group => new { group.Key.Service, group.Key.Rule, group.Key.IsKept, Count = group.Count() })
            .ToListAsync(cancellation);
        return [.. rows.GroupBy(row => (row.Service, row.Rule)).OrderBy(group => group.Key).Select(group => new DeadlineFigure(
            definitions.Find(group.Key.Service)?.Name ?? group.Key.Service,
            definitions.Find(group.Key.Service)?.Deadlines.FirstOrDefault(rule => rule.Id == group.Key.Rule)?.Name ?? group.Key.Rule,
            group.Where(row => row.IsKept == true).Sum(row => row.Count),
            group.Where(row => row.IsKept != true).Sum(row => row.Count)))];
    }

    private static async Task<(IReadOnlyDictionary<AppointmentState, int> Appointments, IReadOnlyDictionary<string, int> WithoutRequest)> MeetingsAsync(
        CaseworkContext context, FigurePeriod period, string? office, CancellationToken cancellation)
    {
        var (begin, end) = (period.Begin, period.End);
        var meetings = await context.Set<Appointment>()
            .Where(appointment => appointment.Start >= begin && appointment.Start < end && (office == null || appointment.Office == office))
            .GroupBy(appointment => new { appointment.Service, appointment.State, OfRequest = appointment.RequestNumber != null })
            .Select(group => new { group.Key.Service, group.Key.State, group.Key.OfRequest, Count = group.Count() }).ToListAsync(cancellation);
        var served = await context.Set<Ticket>()
            .Where(ticket => ticket.Day >= period.From && ticket.Day <= period.To && ticket.State == TicketState.Served && (office == null || ticket.Office == office))
            .GroupBy(ticket => ticket.Service).Select(group => new { Service = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var without = meetings.Where(row => row is { State: AppointmentState.Completed, OfRequest: false }).Select(row => (row.Service, row.Count))
            .Concat(served.Select(row => (row.Service, row.Count)));
        return (
            meetings.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            Sums(without, row => row.Service, row => row.Count));
    }

    private static async Task<IReadOnlyList<int>> RatingsAsync(CaseworkContext context, FigurePeriod period, string? office, CancellationToken cancellation)
    {
        var (begin, end) = (period.Begin, period.End);
        var rows = await context.Set<FeedbackEntry>()
            .Where(entry => entry.Kind != FeedbackKind.Answer && entry.At >= begin && entry.At < end && (office == null || entry.Office == office))
            .GroupBy(entry => entry.Rating).Select(group => new { Rating = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return [.. Enumerable.Range(1, Ratings).Select(rating => rows.Where(row => row.Rating == rating).Sum(row => row.Count))];
    }

    private static Dictionary<string, int> Sums<T>(IEnumerable<T> rows, Func<T, string> key, Func<T, int> count) =>
        rows.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(count), StringComparer.Ordinal);
}
