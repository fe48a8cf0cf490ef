using System.Globalization;
using LegalService.Casework.Calendar;

namespace LegalService.Casework.Figures;

/// <summary>A stretch of days in Beijing, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before the first.</param>
/// <param name="Name">As a report names it, such as 2026年第三季度.</param>
public sealed record FigurePeriod(DateOnly From, DateOnly To, string Name)
{
    /// <summary>The longest period.</summary>
    public const int MaxYears = 5;

    private const int FirstYear = 2000;

    private static readonly string[] Quarters = ["第一季度", "第二季度", "第三季度", "第四季度"];

    internal DateTimeOffset Begin => BeijingTime.At(From);

    internal DateTimeOffset End => BeijingTime.At(To.AddDays(1));

    /// <summary>A quarter of a year.</summary>
    /// <param name="year">Such as 2026.</param>
    /// <param name="quarter">1 to 4.</param>
    public static FigurePeriod Quarter(int year, int quarter)
    {
        var from = new DateOnly(year, (quarter * 3) - 2, 1);
        return new(from, from.AddMonths(3).AddDays(-1), string.Create(CultureInfo.InvariantCulture, $"{year}年{Quarters[quarter - 1]}"));
    }

    /// <summary>The quarter a day lies in.</summary>
    public static FigurePeriod QuarterOf(DateOnly day) => Quarter(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>A month.</summary>
    public static FigurePeriod Month(int year, int month)
    {
        var from = new DateOnly(year, month, 1);
        return new(from, from.AddMonths(1).AddDays(-1), string.Create(CultureInfo.InvariantCulture, $"{year}年{month}月"));
    }

    /// <summary>A year.</summary>
    public static FigurePeriod Year(int year) => new(new(year, 1, 1), new(year, 12, 31), string.Create(CultureInfo.InvariantCulture, $"{year}年"));

    /// <summary>
    /// These days, by the name of the month, quarter or year they are. Failure: <c>period.invalid</c> (the end before the beginning, or more than
    /// <see cref="MaxYears"/> years).
    /// </summary>
    public static Result<FigurePeriod> Of(DateOnly from, DateOnly to) => from.Year < FirstYear || to.Year >= DateOnly.MaxValue.Year || to < from || to >= from.AddYears(MaxYears)
        ? new Failure("period.invalid", $"结束的日子要在开始的日子以后，最多 {MaxYears} 年。")
        : Named(from, to);

    /// <summary>Any days.</summary>
    public static FigurePeriod Days(DateOnly from, DateOnly to) =>
        new(from, to, string.Create(CultureInfo.InvariantCulture, $"{from:yyyy年M月d日}至{to:yyyy年M月d日}"));

    /// <summary>As many months or, where it is not made of whole months, days before it.</summary>
    public FigurePeriod Before => Months is { } months ? Named(From.AddMonths(-months), From.AddDays(-1)) : Named(From.AddDays(From.DayNumber - To.DayNumber - 1), From.AddDays(-1));

    /// <summary>The same days a year earlier.</summary>
    public FigurePeriod YearEarlier => Named(From.AddYears(-1), To.AddDays(1).AddYears(-1).AddDays(-1));

    /// <summary>How many whole months it is; null when it begins or ends within one.</summary>
    private int? Months => From.Day == 1 && To.AddDays(1).Day == 1 ? ((To.Year - From.Year) * 12) + To.Month - From.Month + 1 : null;

    /// <summary>A month, a quarter or a year where the days are one.</summary>
    private static FigurePeriod Named(DateOnly from, DateOnly to) => Days(from, to) is { Months: { } months } days
        ? months switch
        {
            1 => Month(from.Year, from.Month),
            3 when from.Month % 3 == 1 => QuarterOf(from),
            12 when from.Month == 1 => Year(from.Year),
            _ => days,
        }
        : Days(from, to);
}
