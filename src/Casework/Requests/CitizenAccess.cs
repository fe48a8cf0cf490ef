using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>
/// Lets in who brings a number and its code. A wrong number and a wrong code get the same answer after the same work; wrong tries are counted by number, in the
/// database, whether the number exists or not. Thread safe.
/// </summary>
internal sealed class CitizenAccess(CaseworkStore store, Sealer sealer, WrongTries tries)
{
    /// <summary>What is stored for the code of a request.</summary>
    public string FingerprintOf(string number, string code) => sealer.Fingerprint("pickupCode", $"{number}\n{code}");

    /// <summary>The request. Failures: <c>request.notFound</c>, <c>lookup.locked</c>.</summary>
    public async Task<Result<Guid>> EnterAsync(string number, string code, CancellationToken cancellation)
    {
        var wanted = CaseNumber.Normalise(number) ?? "";
        var presented = FingerprintOf(wanted, PickupCode.Normalise(code) ?? "");
        var found = await store.ReadAsync(
            (context, token) => context.Set<Request>().Where(request => request.Number == wanted).Select(request => new { request.Id, request.CodeFingerprint }).SingleOrDefaultAsync(token),
            cancellation);
        if (await tries.AreTooManyAsync(wanted, cancellation))
            return RequestFailures.Locked;
        var stored = found is { CodeFingerprint.Length: > 0 } ? found.CodeFingerprint : new string('-', presented.Length);
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored), Encoding.ASCII.GetBytes(presented)) && found is not null)
        {
            await tries.ForgetAsync(wanted, cancellation);
            return found.Id;
        }

        await tries.CountAsync(wanted, cancellation);
        return RequestFailures.NotFound;
    }
}
