using LegalService.Casework.Places;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments.Closures;

/// <summary>The closures of some days, read in the transaction that asks for them. Immutable.</summary>
internal sealed class ClosedTimes
{
    private readonly List<Closure> _closures;

    private ClosedTimes(List<Closure> closures) => _closures = closures;

    /// <summary>Those that touch the days, the first and the last included.</summary>
    public static async Task<ClosedTimes> ReadAsync(CaseworkContext context, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        new(await context.Set<Closure>().AsNoTracking().Where(closure => closure.From <= to && closure.To >= from).ToListAsync(cancellation));

    /// <inheritdoc cref="ReadAsync(CaseworkContext, DateOnly, DateOnly, CancellationToken)"/>
    public static Task<ClosedTimes> ReadAsync(CaseworkContext context, DateOnly day, CancellationToken cancellation) => ReadAsync(context, day, day, cancellation);

    /// <summary>The first closure that touches a stretch of a day; null when there is none.</summary>
    /// <param name="office">Id of the office.</param>
    /// <param name="resource">A person, window or room; null to ask for the whole office alone.</param>
    /// <param name="day">The day.</param>
    /// <param name="stretch">A part of it.</param>
    public Closure? Find(string office, string? resource, DateOnly day, DaySpan stretch) => _closures.Find(closure =>
        closure.Office == office && closure.Resource == resource && closure.From <= day && closure.To >= day
        && closure.FromMinute < stretch.To && stretch.From < closure.ToMinute);
}
