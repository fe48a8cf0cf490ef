using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments;

/// <summary>
/// Finds an appointment by what stands on the slip: number and code. Wrong tries are counted and locked like those of requests; who has only one of the two
/// learns nothing. Thread safe.
/// </summary>
public sealed class AppointmentLookup
{
    private readonly CaseworkStore _store;
    private readonly CodeCheck _codes;
    private readonly GuessLimit _guesses;

    internal AppointmentLookup(CaseworkStore store, CodeCheck codes, GuessLimit guesses) => (_store, _codes, _guesses) = (store, codes, guesses);

    /// <summary>The appointment as it stands. Failures: <c>appointment.notFound</c>, <c>lookup.locked</c>.</summary>
    public async Task<Result<AppointmentView>> FindAsync(string number, string code, CancellationToken cancellation)
    {
        var wanted = CaseNumber.Normalise(number) ?? "";
        if (await _guesses.IsLockedAsync(wanted, cancellation))
            return RequestFailures.Locked;
        var found = await _store.ReadAsync((context, token) => context.Set<Appointment>().SingleOrDefaultAsync(appointment => appointment.Number == wanted, token), cancellation);
        var isRight = _codes.Fits(found?.Id ?? Guid.Empty, found?.Code, code) && found is not null;
        await _guesses.NoteAsync(wanted, isRight, cancellation);
        return isRight ? AppointmentWriter.View(found!) : AppointmentFailures.NotFound;
    }
}
