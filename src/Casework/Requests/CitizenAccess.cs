using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>
/// Lets in who brings a number and its code. A wrong number and a wrong code get the same answer after the same work. Thread safe.
/// </summary>
internal sealed class CitizenAccess(CaseworkStore store, Sealer sealer, GuessLimit guesses)
{
    /// <summary>What is stored for the code of a request.</summary>
    public string FingerprintOf(string number, string code) => sealer.Fingerprint("pickupCode", $"{number}\n{code}");

    /// <summary>The request. Failures: <c>request.notFound</c>, <c>lookup.locked</c>.</summary>
    public Task<Result<Guid>> EnterAsync(string number, string code, CancellationToken cancellation) => EnterAsync(
        number, code, RequestFailures.NotFound,
        (wanted, token) => store.ReadAsync(
            (context, stop) => context.Set<Request>().Where(request => request.Number == wanted)
                .Select(request => new Door(request.Id, request.CodeFingerprint)).SingleOrDefaultAsync(stop),
            token),
        cancellation);

    /// <summary>Any record with a number and a code. Failures: <paramref name="notFound"/>, <c>lookup.locked</c>.</summary>
    /// <param name="number">As it was typed.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="notFound">The same for a wrong number and a wrong code.</param>
    /// <param name="find">The record of a number in its one form, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<Guid>> EnterAsync(
        string number, string code, Failure notFound, Func<string, CancellationToken, Task<Door?>> find, CancellationToken cancellation)
    {
        var wanted = CaseNumber.Normalise(number) ?? "";
        var presented = FingerprintOf(wanted, PickupCode.Normalise(code) ?? "");
        var found = await find(wanted, cancellation);
        if (await guesses.IsLockedAsync(wanted, cancellation))
            return RequestFailures.Locked;
        var stored = found is { CodeFingerprint.Length: > 0 } ? found.CodeFingerprint : new string('-', presented.Length);
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored), Encoding.ASCII.GetBytes(presented)) && found is not null;
        await guesses.NoteAsync(wanted, isRight, cancellation);
        return isRight ? found!.Id : notFound;
    }
}

/// <summary>A record and what fits its code.</summary>
/// <param name="Id">The record.</param>
/// <param name="CodeFingerprint">As <see cref="CitizenAccess.FingerprintOf"/>; empty when no code fits any more.</param>
internal sealed record Door(Guid Id, string CodeFingerprint);
