using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Figures;

/// <summary>What a centre has done, counted by the database; no personal data are read. Thread safe.</summary>
public sealed class FiguresDesk
{
    /// <summary>The report that centres write each quarter.</summary>
    public const string Quarterly = "quarterly";

    private readonly CaseworkStore _store;
    private readonly FigureCounting _counting;
    private readonly ReportTemplates _reports;
    private readonly IServiceDefinitions _definitions;
    private readonly PlaceCatalog _places;
    private readonly TimeProvider _time;

    internal FiguresDesk(
        CaseworkStore store, FigureCounting counting, ReportTemplates reports, IServiceDefinitions definitions, PlaceCatalog places, TimeProvider time) =>
        (_store, _counting, _reports, _definitions, _places, _time) = (store, counting, reports, definitions, places, time);

    /// <summary>The reports there are: id and title.</summary>
    public IReadOnlyList<(string Id, string Title)> Reports => [.. _reports.All.Select(template => (template.Id, template.Title))];

    /// <summary>What was counted in a period.</summary>
    /// <param name="period">When.</param>
    /// <param name="office">Only this office; null: all.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public Task<FigureTotals> TotalsAsync(FigurePeriod period, string? office, CancellationToken cancellation) =>
        _store.ReadAsync((context, token) => _counting.TotalsAsync(context, period, office, token), cancellation);

    /// <summary>Requests that came in, day by day; a day without any is left out.</summary>
    public Task<IReadOnlyList<DayFigure>> DaysAsync(FigurePeriod period, string? office, CancellationToken cancellation) =>
        _store.ReadAsync((context, token) => FigureCounting.DaysAsync(context, period, office, token), cancellation);

    /// <summary>What there is at this moment.</summary>
    public Task<FiguresNow> NowAsync(string? office, CancellationToken cancellation) =>
        _store.ReadAsync((context, token) => _counting.NowAsync(context, office, token), cancellation);

    /// <summary>The share of ratings that are satisfied, in percent; null when there are none.</summary>
    public decimal? Satisfaction(FigureTotals totals) => totals.Ratings.Sum() is > 0 and var all
        ? Math.Round(100m * totals.Ratings.Skip(_reports.Settings.SatisfiedFrom - 1).Sum() / all, 1, MidpointRounding.AwayFromZero)
        : null;

    /// <summary>What a channel is called.</summary>
    public string ChannelName(string channel) => _reports.Settings.Channels.GetValueOrDefault(channel, channel);

    /// <summary>What a service is called; its id when it is no longer offered.</summary>
    public string ServiceName(string service) => _definitions.Find(service)?.Name ?? service;

    /// <summary>
    /// A report of a period, beside the period before and the same period a year earlier. Failures: <c>report.unknown</c>, <c>office.unknown</c>.
    /// </summary>
    /// <param name="report">Its id, such as <see cref="Quarterly"/>.</param>
    /// <param name="period">When.</param>
    /// <param name="office">Only this office; null: all.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public async Task<Result<FigureReport>> ReportAsync(string report, FigurePeriod period, string? office, CancellationToken cancellation)
    {
        if (_reports.Find(report) is not { } template)
            return new Failure("report.unknown", "没有这张报表。");
        if (office is not null && _places.Find(office) is null)
            return new Failure("office.unknown", "没有这个单位。");
        var (before, yearEarlier) = (period.Before, period.YearEarlier);
        var values = await _store.ReadAsync(
            async (context, token) => (
                Now: await ValuesAsync(context, template, period, office, token),
                Before: await ValuesAsync(context, template, before, office, token),
                YearEarlier: await ValuesAsync(context, template, yearEarlier, office, token)),
            cancellation);
        var name = office is null ? $"{_places.County}全部单位" : _places.Find(office)!.Name;
        return new FigureReport
        {
            Title = template.Title,
            Period = period.Name,
            Office = name,
            ComparedWith = new(before.Name, yearEarlier.Name),
            Lines = [.. template.Lines.Select(line => new ReportLine(
                line.Id, line.Name, line.Unit, line.IsPart, values.Now[line.Id], values.Before[line.Id], values.YearEarlier[line.Id]))],
            Text = TextOf(template, period, name, values.Now),
            CountedAt = BeijingTime.Now(_time),
        };
    }

    private async Task<IReadOnlyDictionary<string, decimal?>> ValuesAsync(
        CaseworkContext context, ReportTemplate template, FigurePeriod period, string? office, CancellationToken cancellation) =>
        new ReportFigures(
            await _counting.TotalsAsync(context, period, office, cancellation), _reports.Settings, service => _definitions.Find(service)?.Figures?.Counts).Of(template);

    private static string[] TextOf(ReportTemplate template, FigurePeriod period, string office, IReadOnlyDictionary<string, decimal?> values)
    {
        var units = template.Lines.ToDictionary(line => line.Id, line => line.Unit, StringComparer.Ordinal);
        var text = PaperText.Fill(template.Text, name => name switch
        {
            ReportTemplates.Period => period.Name,
            ReportTemplates.Office => office,
            // A share is read with its sign; other units stand in the sentence.
            _ when values[name] is { } value && units[name] == "%" => $"{ReportLine.Display(value)}%",
            _ => ReportLine.Display(values[name]),
        });
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
