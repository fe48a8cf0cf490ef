using System.Collections.Frozen;
using LegalService.Casework.Appointments;
using LegalService.Casework.Requests;

namespace LegalService.Casework.Figures;

/// <summary>Values of a report's lines from what was counted. Pure.</summary>
internal sealed class ReportFigures(FigureTotals totals, ReportSettings settings, Func<string, string?> countsOfService)
{
    private static readonly FrozenDictionary<string, Func<FigureTotals, ReportSettings, decimal?>> Figures =
        new Dictionary<string, Func<FigureTotals, ReportSettings, decimal?>>(StringComparer.Ordinal)
        {
            ["received"] = (totals, _) => totals.Received,
            ["people"] = (totals, _) => totals.PeopleServed,
            ["refused"] = (totals, _) => totals.Decided.GetValueOrDefault(RequestState.Refused) + totals.Decided.GetValueOrDefault(RequestState.RefusalUpheld),
            ["transferred"] = (totals, _) => totals.Decided.GetValueOrDefault(RequestState.Transferred),
            ["withdrawn"] = (totals, _) => totals.Ended.Where(row => row.End == RequestState.Withdrawn).Sum(row => row.Count),
            ["waitMedian"] = (totals, _) => totals.Waiting.MedianDays,
            ["waitNinetieth"] = (totals, _) => totals.Waiting.NinetiethDays,
            ["deadlinesKept"] = (totals, _) => Percent(totals.DeadlinesKept, totals.DeadlinesKept + totals.DeadlinesMissed),
            ["deadlinesMissed"] = (totals, _) => totals.DeadlinesMissed,
            ["appointments"] = (totals, _) => totals.Appointments.Where(row => row.Key != AppointmentState.Cancelled).Sum(row => row.Value),
            ["appointmentsKept"] = (totals, _) => Percent(Of(totals, AppointmentState.Completed), Of(totals, AppointmentState.Completed) + Of(totals, AppointmentState.Missed)),
            ["noShows"] = (totals, _) => Of(totals, AppointmentState.Missed),
            ["ratings"] = (totals, _) => totals.Ratings.Sum(),
            ["satisfaction"] = (totals, settings) => Percent(totals.Ratings.Skip(settings.SatisfiedFrom - 1).Sum(), totals.Ratings.Sum()),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a line can have as its figure.</summary>
    public static IReadOnlySet<string> Names { get; } = Figures.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>The lines' values by id; null where there is nothing to divide by, or nothing was counted from which a time could be told.</summary>
    public IReadOnlyDictionary<string, decimal?> Of(ReportTemplate template)
    {
        var values = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var line in template.Lines)
            values[line.Id] = ValueOf(line.Measure, values);
        return values;
    }

    private decimal? ValueOf(Measure measure, Dictionary<string, decimal?> earlier) => measure switch
    {
        Measure.Work work => totals.Counted.Where(row => row.Counts == work.Counts && (work.Group is null || row.Group == work.Group)).Sum(row => row.Count)
            // Whoever came without a request belongs to no part of it.
            + (work.Group is null ? totals.WithoutRequest.Where(row => countsOfService(row.Key) == work.Counts).Sum(row => row.Value) : 0),
        Measure.Ended ended => totals.Ended
            .Where(row => row.Counts == ended.Counts && row.End == RequestState.Done && (ended.Outcomes.Count == 0 || ended.Outcomes.Contains(row.Outcome, StringComparer.Ordinal)))
            .Sum(row => row.Count),
        Measure.Percent percent => Percent(earlier[percent.Of], earlier[percent.In]),
        Measure.Figure figure => Figures[figure.Name](totals, settings),
        _ => throw new InvalidOperationException($"{measure.GetType()} is not a kind of measure."),
    };

    private static int Of(FigureTotals totals, AppointmentState state) => totals.Appointments.GetValueOrDefault(state);

    private static decimal? Percent(decimal? part, decimal? whole) => whole is > 0 ? Math.Round(100m * (part ?? 0) / whole.Value, 1, MidpointRounding.AwayFromZero) : null;
}
