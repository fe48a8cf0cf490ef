using System.Globalization;
using System.Text;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments;

/// <summary>Gives cells to whoever is first. Everything here happens in the caller's transaction; what is not committed was never given.</summary>
internal static class Occupancy
{
    // The same words in SQLite and PostgreSQL. A cell that is somebody's stays, is not counted and, in PostgreSQL, not locked: whoever has it goes on unhindered.
    private const string ClaimHead = """INSERT INTO "OccupiedCells" ("Unit", "Cell", "Owner", "Until") VALUES """;
    private const string ClaimTail = """ ON CONFLICT ("Unit", "Cell") DO NOTHING""";

    /// <summary>Takes one unit of each pool for the cells. False when some pool has none left: then the owner has no cells at all.</summary>
    /// <param name="context">In a transaction.</param>
    /// <param name="pools">For each pool the units that would do, best first; no unit is in two pools.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="owner">Who takes them.</param>
    /// <param name="until">Milliseconds since 1970, or <see cref="OccupiedCell.Kept"/>.</param>
    /// <param name="now">Holds that expired until then are nobody's.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public static async Task<bool> TakeAsync(
        CaseworkContext context, IReadOnlyList<IReadOnlyList<string>> pools, Cells cells, Guid owner, long until, DateTimeOffset now, CancellationToken cancellation)
    {
        var busy = await BusyAsync(context, pools.SelectMany(units => units), cells, now, cancellation);
        // Every transaction asks for pools in one order, so that two of them seldom wait for each other.
        foreach (var units in pools.OrderBy(units => units.Count == 0 ? "" : units[0], StringComparer.Ordinal))
        {
            if (!await TakeOneAsync(context, units.Where(unit => !busy.Contains(unit)), cells, owner, until, now, cancellation))
            {
                await FreeAsync(context, owner, null, cancellation);
                return false;
            }
        }

        return true;
    }

    /// <summary>The units that are somebody's in at least one of the cells.</summary>
    public static async Task<HashSet<string>> BusyAsync(
        CaseworkContext context, IEnumerable<string> units, Cells cells, DateTimeOffset now, CancellationToken cancellation)
    {
        var (asked, moment) = (units.ToList(), now.ToUnixTimeMilliseconds());
        var busy = await context.Set<OccupiedCell>()
            .Where(cell => asked.Contains(cell.Unit) && cell.Cell >= cells.From && cell.Cell < cells.To && (cell.Until == OccupiedCell.Kept || cell.Until > moment))
            .Select(cell => cell.Unit).Distinct().ToListAsync(cancellation);
        return busy.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Makes a hold's cells an appointment's own. False when the hold has expired, in whole or in part: the caller rolls back.</summary>
    public static async Task<bool> KeepAsync(CaseworkContext context, Guid owner, int count, DateTimeOffset now, CancellationToken cancellation)
    {
        var moment = now.ToUnixTimeMilliseconds();
        return await context.Set<OccupiedCell>()
            .Where(cell => cell.Owner == owner && cell.Until > moment)
            .ExecuteUpdateAsync(set => set.SetProperty(cell => cell.Until, OccupiedCell.Kept), cancellation) == count;
    }

    /// <summary>Gives back what the owner has from a moment on; null: all of it.</summary>
    public static Task<int> FreeAsync(CaseworkContext context, Guid owner, DateTimeOffset? from, CancellationToken cancellation)
    {
        var first = from is { } moment ? Cells.Of(moment, moment).To : int.MinValue;
        return context.Set<OccupiedCell>().Where(cell => cell.Owner == owner && cell.Cell >= first).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<bool> TakeOneAsync(
        CaseworkContext context, IEnumerable<string> units, Cells cells, Guid owner, long until, DateTimeOffset now, CancellationToken cancellation)
    {
        var claim = ClaimOf(cells);
        foreach (var unit in units)
        {
            var taken = await context.Database.ExecuteSqlRawAsync(claim, [unit, owner, until], cancellation);
            if (taken < cells.Count && await ClearAsync(context, unit, cells, now, cancellation) > 0)
                taken += await context.Database.ExecuteSqlRawAsync(claim, [unit, owner, until], cancellation);
            if (taken == cells.Count)
                return true;
            // Somebody else had part of it after all: what was taken beside it goes back.
            await Within(context, unit, cells).Where(cell => cell.Owner == owner).ExecuteDeleteAsync(cancellation);
        }

        return false;
    }

    /// <summary>Takes away the cells of holds that have expired: the place of one changes hands in the transaction of whoever comes.</summary>
    private static Task<int> ClearAsync(CaseworkContext context, string unit, Cells cells, DateTimeOffset now, CancellationToken cancellation)
    {
        var moment = now.ToUnixTimeMilliseconds();
        return Within(context, unit, cells).Where(cell => cell.Until != OccupiedCell.Kept && cell.Until <= moment).ExecuteDeleteAsync(cancellation);
    }

    private static IQueryable<OccupiedCell> Within(CaseworkContext context, string unit, Cells cells) =>
        context.Set<OccupiedCell>().Where(cell => cell.Unit == unit && cell.Cell >= cells.From && cell.Cell < cells.To);

    private static string ClaimOf(Cells cells)
    {
        var rows = new StringBuilder(ClaimHead);
        for (var cell = cells.From; cell < cells.To; cell++)
            rows.Append(CultureInfo.InvariantCulture, $"{(cell == cells.From ? "" : ", ")}({{0}}, {cell}, {{1}}, {{2}})");
        return rows.Append(ClaimTail).ToString();
    }
}
