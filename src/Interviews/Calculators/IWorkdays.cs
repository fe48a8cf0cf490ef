namespace LegalService.Interviews.Calculators;

/// <summary>Which days are worked.</summary>
public interface IWorkdays
{
    /// <summary>Whether people work on that day.</summary>
    bool IsWorkday(DateOnly day);

    /// <summary>Whether the holidays of the year are known; without them weekends alone are days off.</summary>
    bool Knows(int year);
}
