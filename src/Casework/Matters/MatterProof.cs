using LegalService.Casework.Calendar;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Matters;

/// <summary>Checks what is shown beside the phone. Wrong tries are counted by the number of the request, together with those at other doors. Thread safe.</summary>
internal sealed class MatterProof(CaseworkStore store, CitizenAccess access, PartyFinder finder, GuessLimit guesses, TimeProvider time)
{
    /// <summary>Failures: <c>proof.wrong</c>, <c>lookup.locked</c>.</summary>
    public async Task<Result<bool>> CheckAsync(Request request, string proof, CancellationToken cancellation)
    {
        if (request.IsDiscreet || !IdNumber.TryParse(proof, BeijingTime.Today(time), out var id, out _))
        {
            var entered = await access.EnterAsync(request.Number, proof, cancellation);
            return entered.Succeeded ? true : entered.Failure == RequestFailures.Locked ? entered.Failure : MatterFailures.NotProven;
        }

        if (await guesses.IsLockedAsync(request.Number, cancellation))
            return RequestFailures.Locked;
        var print = finder.Fingerprint("idNumber", id.Value);
        var isRight = await store.ReadAsync(
            (context, token) => context.Set<RequestParty>().AnyAsync(
                party => party.RequestId == request.Id && party.Side == PartySide.Applicant && party.Kind == "idNumber" && party.Fingerprint == print, token),
            cancellation);
        await guesses.NoteAsync(request.Number, isRight, cancellation);
        return isRight ? true : MatterFailures.NotProven;
    }
}
