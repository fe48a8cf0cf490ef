namespace LegalService.Interviews.Fields;

/// <summary>Age in completed years.</summary>
public static class Age
{
    /// <summary>Completed years on a day; the birthday itself completes one. Who was born on 29 February completes it on 1 March of a common year.</summary>
    public static int On(DateOnly day, DateOnly birth)
    {
        var years = day.Year - birth.Year;
        return (day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }
}
