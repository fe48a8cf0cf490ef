namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>Counting years and months between days.</summary>
internal static class Time
{
    /// <summary>Full months from the first day up to and with the last, and the days left over: 1 January to 31 January is one month.</summary>
    public static (int Months, int Days) Span(DateOnly first, DateOnly last)
    {
        var end = last.AddDays(1);
        if (end <= first)
            return (0, 0);
        var months = ((end.Year - first.Year) * 12) + end.Month - first.Month;
        while (first.AddMonths(months) > end)
            months--;
        return (months, end.DayNumber - first.AddMonths(months).DayNumber);
    }

    /// <summary>As in 3 年 2 个月 5 天.</summary>
    public static string Spoken((int Months, int Days) span)
    {
        var parts = new List<string>();
        if (span.Months >= 12)
            parts.Add($"{span.Months / 12} 年");
        if (span.Months % 12 > 0)
            parts.Add($"{span.Months % 12} 个月");
        if (span.Days > 0 || parts.Count == 0)
            parts.Add($"{span.Days} 天");
        return string.Join(' ', parts);
    }
}
