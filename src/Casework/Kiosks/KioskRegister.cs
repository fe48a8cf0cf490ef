using System.Collections.Frozen;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Kiosks;

/// <summary>
/// The kiosks, asked for in memory at every call: a change counts at once on this server, and on the others within
/// <see cref="KioskOptions.LookEverySeconds"/>. Thread safe.
/// </summary>
public sealed class KioskRegister
{
    private readonly CaseworkStore _store;

    private volatile FrozenDictionary<Guid, KnownKiosk> _known = FrozenDictionary<Guid, KnownKiosk>.Empty;

    internal KioskRegister(CaseworkStore store) => _store = store;

    /// <summary>Null when there is none of that id.</summary>
    public async Task<KnownKiosk?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (_known.GetValueOrDefault(id) is { } known)
            return known;
        // Enrolled a moment ago, perhaps at another server.
        await LookAsync(cancellation);
        return _known.GetValueOrDefault(id);
    }

    internal async Task LookAsync(CancellationToken cancellation)
    {
        var kiosks = await _store.ReadAsync(
            (context, token) => context.Set<Kiosk>()
                .Select(kiosk => new KnownKiosk(kiosk.Id, kiosk.Name, kiosk.Office, kiosk.RevokedAt != null, kiosk.PausedAt != null, kiosk.Message)).ToListAsync(token),
            cancellation);
        _known = kiosks.ToFrozenDictionary(kiosk => kiosk.Id);
    }
}
