using LegalService.Casework.Places;

namespace LegalService.Casework.Appointments;

/// <summary>A stretch of time in cells of five minutes, counted from 1970. A diary's times stand on this grid, so that no two cells overlap in part.</summary>
/// <param name="From">First cell.</param>
/// <param name="To">After the last cell.</param>
internal readonly record struct Cells(int From, int To)
{
    private const int Seconds = HoursReader.GridMinutes * 60;

    public int Count => To - From;

    /// <summary>Every cell that the stretch touches.</summary>
    public static Cells Of(DateTimeOffset start, DateTimeOffset end) => new(
        (int)(start.ToUnixTimeSeconds() / Seconds), (int)((end.ToUnixTimeSeconds() + Seconds - 1) / Seconds));
}
