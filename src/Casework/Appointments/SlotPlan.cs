using LegalService.Casework.Places;

namespace LegalService.Casework.Appointments;

/// <summary>A slot as hours and diary allow it, whether it is still free or not.</summary>
/// <param name="Key">Which.</param>
/// <param name="Service">What it is for.</param>
/// <param name="Office">Where.</param>
/// <param name="End">When it ends.</param>
/// <param name="Cells">What it takes of each unit, with what is kept free after it.</param>
/// <param name="Pools">For each pool that is needed, the units of which one will do.</param>
internal sealed record SlotPlan(SlotKey Key, BookableService Service, Office Office, DateTimeOffset End, Cells Cells, IReadOnlyList<IReadOnlyList<string>> Pools)
{
    /// <summary>The same with one person or room and no other of its pool; null when that one is not there. Null for any: as it is.</summary>
    public SlotPlan? With(string? resource)
    {
        if (resource is null)
            return this;
        var units = $"{Key.Office}/{resource}#";
        return Pools.Any(pool => pool.Any(IsOf))
            ? this with { Pools = [.. Pools.Select(pool => pool.Any(IsOf) ? [.. pool.Where(IsOf)] : pool)] }
            : null;

        bool IsOf(string unit) => unit.StartsWith(units, StringComparison.Ordinal);
    }

    public Slot With(int free) => new(Key.Id, Key.Office, Key.Way, Key.Start, End, free);
}
