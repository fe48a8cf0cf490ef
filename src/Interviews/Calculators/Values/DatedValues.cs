namespace LegalService.Interviews.Calculators.Values;

/// <summary>Values that change over time (rates, averages), each with its source. What is not in it is asked for, never invented. Immutable.</summary>
public sealed class DatedValues
{
    private readonly Dictionary<string, DatedValue> _byId;

    internal DatedValues(IReadOnlyList<DatedValue> all) => _byId = all.ToDictionary(value => value.Id, StringComparer.Ordinal);

    /// <summary>The value that held on a day; null when it is not known for that day.</summary>
    /// <exception cref="KeyNotFoundException">There is no value of that name.</exception>
    public DatedPoint? On(string id, DateOnly day) => _byId[id].On(day);
}

/// <summary>A value over time.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">As a citizen reads it.</param>
/// <param name="Unit">As in 元 or %.</param>
/// <param name="Points">By their day, ascending.</param>
/// <param name="KnownUntil">The last day for which the last point is known to hold.</param>
public sealed record DatedValue(string Id, string Name, string Unit, IReadOnlyList<DatedPoint> Points, DateOnly KnownUntil)
{
    internal DatedPoint? On(DateOnly day) => day > KnownUntil ? null : Points.LastOrDefault(point => point.From <= day);
}

/// <summary>What a value was from a day on.</summary>
/// <param name="From">The first day.</param>
/// <param name="Value">In the value's unit.</param>
/// <param name="Source">Who published it.</param>
public sealed record DatedPoint(DateOnly From, decimal Value, string Source);
