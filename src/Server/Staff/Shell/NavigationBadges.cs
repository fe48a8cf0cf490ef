using LegalService.Casework.Kiosks;
using LegalService.Casework.Pickups;
using LegalService.Server.Kiosks;
using LegalService.Server.Staff.Access;

namespace LegalService.Server.Staff.Shell;

/// <summary>What waits for somebody behind an entry of the navigation.</summary>
/// <param name="Count">How many.</param>
/// <param name="Words">The same for who does not see it, such as 3 台要看.</param>
internal sealed record NavigationBadge(int Count, string Words);

/// <summary>Counts for the entries of the navigation what somebody has to look after.</summary>
internal sealed class NavigationBadges(KioskDesk kiosks, CorpusBundle bundle, PickupDesk pickups)
{
    /// <summary>By the address of the page; only what is not nothing, and only what this clerk may open.</summary>
    public async Task<IReadOnlyDictionary<string, NavigationBadge>> CountAsync(Clerk clerk, CancellationToken cancellation)
    {
        var badges = new Dictionary<string, NavigationBadge>(StringComparer.Ordinal);
        if (clerk.May(StaffPolicies.Kiosks))
        {
            var rows = await kiosks.ListAsync(bundle.State, cancellation);
            Add("/staff/kiosks", rows.Count(row => row.Alarms.Any(alarm => alarm.IsSerious)), "台要去看");
        }

        if (clerk.May(StaffPolicies.Pickups))
            Add("/staff/pickups", await pickups.CountToAskAsync(clerk.Office, cancellation), "份要问本人");
        return badges;

        void Add(string address, int count, string words)
        {
            if (count > 0)
                badges[address] = new NavigationBadge(count, $"{count} {words}");
        }
    }
}
