using System.Globalization;
using LegalService.Casework.Figures;

namespace LegalService.Server.Staff.Figures;

/// <summary>Periods a clerk chooses from, by the id that stands in the page's address.</summary>
internal static class FiguresChoice
{
    private const int Quarters = 8;
    private const int Months = 3;
    private const int Years = 3;

    /// <summary>The quarters first, the running one on top; then the last months and years.</summary>
    public static IReadOnlyList<(string Id, FigurePeriod Period)> All(DateOnly today)
    {
        var quarter = FigurePeriod.QuarterOf(today).From;
        return
        [
            .. Enumerable.Range(0, Quarters).Select(back => FigurePeriod.QuarterOf(quarter.AddMonths(-3 * back))).Select(period => (IdOf(period), period)),
            .. Enumerable.Range(0, Months).Select(back => today.AddMonths(-back)).Select(day => FigurePeriod.Month(day.Year, day.Month)).Select(period => (IdOf(period), period)),
            .. Enumerable.Range(0, Years).Select(back => FigurePeriod.Year(today.Year - back)).Select(period => (IdOf(period), period)),
        ];
    }

    /// <summary>First and last day.</summary>
    public static string IdOf(FigurePeriod period) => string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}_{period.To:yyyy-MM-dd}");

    /// <summary>The period of an id; the running quarter when it is none.</summary>
    public static FigurePeriod Find(string? id, DateOnly today) =>
        id?.Split('_') is [var from, var to] && Day(from) is { } first && Day(to) is { } last && FigurePeriod.Of(first, last) is { Succeeded: true, Value: { } period }
            ? period
            : FigurePeriod.QuarterOf(today);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
