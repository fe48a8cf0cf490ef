using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Matters;

/// <summary>Codes that prove that a phone is at hand: a few in a while, a few tries each, each used once. Several servers count together. Thread safe.</summary>
internal sealed class PhoneCodes(CaseworkStore store, Sealer sealer, IOptions<MatterOptions> options, TimeProvider time)
{
    /// <summary>Puts a code in the place of the one before; false when too many were asked for.</summary>
    public async Task<bool> KeepAsync(CaseworkContext context, string phone, string code, CancellationToken cancellation)
    {
        var (print, now, limits) = (PhonePrint(phone), time.GetUtcNow(), options.Value);
        // Locks it: two that ask at the same moment are counted one after the other.
        await context.Set<PhoneCode>().Where(row => row.Phone == print).ExecuteUpdateAsync(set => set.SetProperty(row => row.Asked, row => row.Asked), cancellation);
        var row = await context.Set<PhoneCode>().SingleOrDefaultAsync(row => row.Phone == print, cancellation);
        if (row is null)
            context.Add(row = new PhoneCode { Phone = print, Code = "", Until = now, Asked = 0, CountedFrom = now });
        if (row.CountedFrom.AddMinutes(limits.CodesWithinMinutes) <= now)
            (row.Asked, row.CountedFrom) = (0, now);
        if (row.Asked >= limits.CodesPerPhone)
            return false;
        (row.Asked, row.Code, row.Until, row.Tries) = (row.Asked + 1, CodePrint(print, code), now.AddMinutes(limits.CodeMinutes), 0);
        return true;
    }

    /// <summary>Whether it is the code that was sent last, and still opens. Counted before it is looked at, and kept whatever comes of it: tries at the same moment are tries.</summary>
    public async Task<bool> TryAsync(string phone, string code, CancellationToken cancellation)
    {
        var (print, now) = (PhonePrint(phone), time.GetUtcNow());
        var stored = await store.WriteAsync(
            async (context, token) =>
            {
                var open = context.Set<PhoneCode>().Where(row => row.Phone == print && row.Until > now && row.Tries < options.Value.CodeTries);
                return await open.ExecuteUpdateAsync(set => set.SetProperty(row => row.Tries, row => row.Tries + 1), token) == 0
                    ? ""
                    : await context.Set<PhoneCode>().Where(row => row.Phone == print).Select(row => row.Code).SingleAsync(token);
            },
            cancellation);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored), Encoding.ASCII.GetBytes(CodePrint(print, Typed(code))));
    }

    /// <summary>Uses it up; 0 when somebody else was first.</summary>
    public Task<int> UseAsync(CaseworkContext context, string phone, string code, CancellationToken cancellation)
    {
        var print = PhonePrint(phone);
        var typed = CodePrint(print, Typed(code));
        return context.Set<PhoneCode>().Where(row => row.Phone == print && row.Code == typed).ExecuteUpdateAsync(set => set.SetProperty(row => row.Code, ""), cancellation);
    }

    /// <summary>Forgets those whose time is over, once they are no longer counted.</summary>
    public Task<int> SweepAsync(CaseworkContext context, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var counted = now.AddMinutes(-options.Value.CodesWithinMinutes);
        return context.Set<PhoneCode>().Where(code => code.Until <= now && code.CountedFrom <= counted).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Full-width digits and blanks do not matter.</summary>
    private static string Typed(string code) =>
        string.Concat(code.Select(character => character is >= '０' and <= '９' ? (char)(character - '０' + '0') : character).Where(char.IsAsciiDigit));

    private string PhonePrint(string phone) => sealer.Fingerprint("phoneCode.phone", phone);

    private string CodePrint(string phonePrint, string code) => sealer.Fingerprint("phoneCode.code", $"{phonePrint}\n{code}");
}
