using LegalService.Casework.Appointments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Figures;
using LegalService.Casework.Requests;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LegalService.Server.Staff.Figures;

/// <summary>What was done in a period, at a glance.</summary>
public sealed partial class FiguresPage : ComponentBase, IDisposable
{
    private const int MostBars = 31;

    private static readonly string[] RatingNames = ["非常不满意", "不满意", "基本满意", "满意", "非常满意"];

    private readonly CancellationTokenSource _closed = new();
    private readonly BarChartOptions _bars = new() { ShowLegend = false, YAxisTicks = 1, MaxNumYAxisTicks = 6, ChartPalette = ["#1d4f91"] };
    private readonly DonutChartOptions _rings = new() { ShowLegend = false, ChartPalette = ["#1d4f91", "#2c6e33", "#8a5300", "#5b4b8a", "#4a5763"] };
    private FigurePeriod _period = FigurePeriod.Year(DateOnly.MinValue.Year);
    private FigureTotals? _totals;
    private FiguresNow? _now;
    private IReadOnlyList<(string Name, int Count)> _intake = [];
    private bool _isByWeek;
    private bool _isByMonth;

    /// <summary>First and last day; null: the running quarter.</summary>
    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    /// <summary>Id of an office; null: all.</summary>
    [SupplyParameterFromQuery]
    public string? Office { get; set; }

    private string ReportAddress => $"/staff/figures/report?period={FiguresChoice.IdOf(_period)}{(Office is { Length: > 0 } office ? $"&office={Uri.EscapeDataString(office)}" : "")}";

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _totals = null;
        _period = FiguresChoice.Find(Period, BeijingTime.Today(Time));
        _intake = Bars(await Desk.DaysAsync(_period, Office, _closed.Token));
        _now = await Desk.NowAsync(Office, _closed.Token);
        _totals = await Desk.TotalsAsync(_period, Office, _closed.Token);
    }

    /// <summary>Days, weeks or months, as many as can be told apart; those without any as well.</summary>
    private IReadOnlyList<(string Name, int Count)> Bars(IReadOnlyList<DayFigure> days)
    {
        var all = Enumerable.Range(0, _period.To.DayNumber - _period.From.DayNumber + 1).Select(_period.From.AddDays).ToList();
        var counts = days.ToDictionary(day => day.Day, day => day.Count);
        _isByMonth = all.Count > MostBars * 7;
        _isByWeek = !_isByMonth && all.Count > MostBars;
        var groups = _isByMonth ? all.GroupBy(day => new DateOnly(day.Year, day.Month, 1)) : _isByWeek ? all.GroupBy(Monday) : all.GroupBy(day => day);
        return [.. groups.Select(group => (_isByMonth ? $"{group.Key.Month}月" : $"{group.First().Month}.{group.First().Day}", group.Sum(day => counts.GetValueOrDefault(day))))];
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static List<ChartSeries<double>> Series(string name, IReadOnlyList<(string Name, int Count)> rows) =>
        [new() { Name = name, Data = new ChartData<double>([.. rows.Select(row => (double)row.Count)]) }];

    private static string[] Labels(IReadOnlyList<(string Name, int Count)> rows) => [.. rows.Select(row => row.Name)];

    /// <summary>The chart for who does not see it.</summary>
    private static string Spoken(IReadOnlyList<(string Name, int Count)> rows) => string.Join('，', rows.Select(row => $"{row.Name} {row.Count}"));

    private static IReadOnlyList<(string Name, int Count)> Rows(IReadOnlyDictionary<string, int> counts, Func<string, string> nameOf) =>
        [.. counts.OrderByDescending(row => row.Value).Select(row => (nameOf(row.Key), row.Value))];

    private static int Of(FigureTotals totals, AppointmentState state) => totals.Appointments.GetValueOrDefault(state);

    private static string Share(int part, int rest) => Percent(part + rest == 0 ? null : Math.Round(100m * part / (part + rest), 1, MidpointRounding.AwayFromZero));

    private static string Percent(decimal? value) => value is null ? ReportLine.Display(null) : $"{ReportLine.Display(value)}%";

    private static string Decision(RequestState state) => state switch
    {
        RequestState.Accepted => "受理、给予",
        RequestState.Refused => "不予",
        RequestState.RefusalUpheld => "异议后维持不予",
        RequestState.Transferred => "转出",
        _ => state.ToString(),
    };
}
