namespace LegalService.Knowledge.Law;

/// <summary>The time by which the law counts days: UTC+8, the whole country, all year, whatever clock the machine keeps.</summary>
public static class BeijingTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today's date.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Offset).DateTime);
}
