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
    public Slot With(int free) => new(Key.Id, Key.Office, Key.Way, Key.Start, End, free);
}
