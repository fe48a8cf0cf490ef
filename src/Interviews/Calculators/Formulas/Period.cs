namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>How long the law gives. The first day does not count (民法典第二百零一条), months and years end on the same day (第二百零二条).</summary>
internal sealed record Period(int Length, PeriodUnit Unit)
{
    /// <summary>As in 60 天.</summary>
    public string Spoken => Unit switch
    {
        PeriodUnit.Days => $"{Length} 天",
        PeriodUnit.Months => $"{Length} 个月",
        _ => $"{Length} 年",
    };

    /// <summary>The last day by the calendar alone.</summary>
    public DateOnly Counted(DateOnly start) => Unit switch
    {
        PeriodUnit.Days => start.AddDays(Length),
        PeriodUnit.Months => start.AddMonths(Length),
        _ => start.AddYears(Length),
    };

    /// <summary>The last day: one that is off moves to the next working day (民法典第二百零三条, 民事诉讼法第八十五条).</summary>
    public DateOnly Last(DateOnly start, IWorkdays workdays)
    {
        var last = Counted(start);
        while (!workdays.IsWorkday(last))
            last = last.AddDays(1);
        return last;
    }
}

/// <summary>What a <see cref="Period"/> counts.</summary>
internal enum PeriodUnit
{
    Days,
    Months,
    Years,
}
