using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Notifications.Following;

/// <summary>
/// Which conversation follows which matter. The bot lets one follow a matter that was made in it, or that the citizen showed number and code for. Thread safe.
/// </summary>
public sealed class ChannelLinks
{
    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _time;

    internal ChannelLinks(CaseworkStore store, Sealer sealer, AuditTrail audit, TimeProvider time) => (_store, _sealer, _audit, _time) = (store, sealer, audit, time);

    /// <summary>
    /// From now on messages about a matter go to this conversation first; another one of the same channel no longer gets them. Call it only after the citizen has
    /// agreed, and has shown that the matter is his or hers.
    /// </summary>
    /// <param name="subject">The matter, such as <c>request/2611-0042</c> or <c>appointment/A-2611-0042</c>.</param>
    /// <param name="channel">Name of the channel, as its <see cref="Sending.INotificationChannel"/> has it.</param>
    /// <param name="address">Where in it; kept sealed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task FollowAsync(string subject, string channel, string address, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(subject, channel, address, cancellation);
        }
        catch (UniqueViolationException)
        {
            // Two at once: the second one is the last.
            await WriteAsync(subject, channel, address, cancellation);
        }
    }

    /// <summary>The conversation of a channel hears no more about a matter (个人信息保护法第十五条). Does nothing when none did.</summary>
    public Task UnfollowAsync(string subject, string channel, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var removed = await context.Set<ChannelLink>().Where(link => link.Subject == subject && link.Channel == channel).ExecuteDeleteAsync(token);
            if (removed > 0)
                _audit.Record(context, Actor.Citizen, "notification.unfollowed", subject, channel);
            return removed;
        },
        cancellation);

    /// <summary>Where to tell about a matter or one that it belongs to, the last one first.</summary>
    internal async Task<IReadOnlyList<ChannelAddress>> OfAsync(string subject, string? related, CancellationToken cancellation)
    {
        var links = await _store.ReadAsync(
            (context, token) => context.Set<ChannelLink>().Where(link => link.Subject == subject || link.Subject == related).OrderByDescending(link => link.Since).ToListAsync(token),
            cancellation);
        return [.. links.Select(link => new ChannelAddress(link.Channel, _sealer.Open(link.Address, ChannelLink.Place(link.Subject, link.Channel)))).Distinct()];
    }

    /// <summary>The matters that a conversation follows; from rows that are older than their fingerprints it cannot be told.</summary>
    internal async Task<IReadOnlyList<string>> SubjectsAsync(CaseworkContext context, string channel, string address, CancellationToken cancellation)
    {
        var print = Print(address);
        return await context.Set<ChannelLink>().Where(link => link.Print == print && link.Channel == channel).Select(link => link.Subject).ToListAsync(cancellation);
    }

    /// <summary>Whether a conversation follows any matter, or cannot be told from rows that are older than their fingerprints.</summary>
    internal Task<bool> IsFollowingAsync(CaseworkContext context, string address, CancellationToken cancellation)
    {
        var print = Print(address);
        return context.Set<ChannelLink>().AnyAsync(link => link.Print == print || link.Print == null, cancellation);
    }

    /// <summary>In the caller's transaction: the conversation follows no matter any more.</summary>
    internal Task<int> ForgetAsync(CaseworkContext context, string address, CancellationToken cancellation)
    {
        var print = Print(address);
        return context.Set<ChannelLink>().Where(link => link.Print == print).ExecuteDeleteAsync(cancellation);
    }

    private string Print(string address) => _sealer.Fingerprint("channelLink.address", address);

    private Task<int> WriteAsync(string subject, string channel, string address, CancellationToken cancellation) => _store.WriteAsync(
        async (context, token) =>
        {
            var box = _sealer.Seal(address, ChannelLink.Place(subject, channel));
            if (await context.Set<ChannelLink>().FindAsync([subject, channel], token) is { } link)
                (link.Address, link.Print, link.Since) = (box, Print(address), _time.GetUtcNow());
            else
                context.Add(new ChannelLink { Subject = subject, Channel = channel, Address = box, Print = Print(address), Since = _time.GetUtcNow() });
            _audit.Record(context, Actor.Citizen, "notification.followed", subject, channel);
            return 0;
        },
        cancellation);
}
