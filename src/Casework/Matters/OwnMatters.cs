using LegalService.Casework.Appointments;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Matters;

/// <summary>Whether a phone may be written to about its matters.</summary>
/// <param name="IsKnown">Something belongs to it.</param>
/// <param name="IsDiscreet">What is written must tell nothing of law.</param>
internal readonly record struct WrittenTo(bool IsKnown, bool IsDiscreet);

/// <summary>
/// What belongs to whom: requests whose contact a phone is, appointments booked with it, and what a conversation follows. Where calling is not safe, a phone
/// opens nothing: somebody else may hold it. Thread safe.
/// </summary>
internal sealed class OwnMatters(
    Sealer sealer, PartyFinder finder, RequestChanges changes, ChannelLinks links, ContactBox contacts, IOptions<MatterOptions> options)
{
    /// <summary>Requests that the pass comes to, the newest first; those whose personal data were removed are nobody's.</summary>
    public async Task<IReadOnlyList<Request>> RequestsAsync(CaseworkContext context, PassContent pass, CancellationToken cancellation)
    {
        var most = options.Value.MostShown;
        if (pass.Phone is { } phone)
        {
            var print = finder.Fingerprint("phone", phone);
            var theirs = context.Set<RequestParty>().Where(party => party.Fingerprint == print && party.Side != PartySide.Opponent).Select(party => party.RequestId);
            var found = await context.Set<Request>().AsNoTracking().Where(request => theirs.Contains(request.Id))
                .OrderByDescending(request => request.ReceivedAt).Take(most).ToListAsync(cancellation);
            return [.. found.Where(request => changes.ContactOf(request)?.Phone is { } contact && finder.Fingerprint("phone", contact) == print)];
        }

        var numbers = await NumbersAsync(context, pass, "request/", cancellation);
        return await context.Set<Request>().AsNoTracking()
            .Where(request => (numbers.Contains(request.Number) || pass.Opened.Contains(request.Id)) && request.ErasedAt == null)
            .OrderByDescending(request => request.ReceivedAt).Take(most).ToListAsync(cancellation);
    }

    /// <summary>Appointments that the pass comes to, the next first. Those of a request that the phone must not open are not among them.</summary>
    public async Task<IReadOnlyList<Appointment>> AppointmentsAsync(CaseworkContext context, PassContent pass, CancellationToken cancellation)
    {
        var all = context.Set<Appointment>().AsNoTracking();
        List<Appointment> found;
        if (pass.Phone is { } phone)
        {
            var print = sealer.Fingerprint("phone", phone);
            found = await all.Where(appointment => appointment.Phone == print).OrderByDescending(appointment => appointment.Start).Take(options.Value.MostShown).ToListAsync(cancellation);
            var hidden = await HiddenAsync(context, found, cancellation);
            found.RemoveAll(appointment => appointment.RequestNumber is { } number && hidden.Contains(number));
        }
        else
        {
            var numbers = await NumbersAsync(context, pass, "appointment/", cancellation);
            var requests = (await RequestsAsync(context, pass, cancellation)).Select(request => request.Number).ToList();
            found = await all.Where(appointment => numbers.Contains(appointment.Number) || requests.Contains(appointment.RequestNumber!))
                .OrderByDescending(appointment => appointment.Start).Take(options.Value.MostShown).ToListAsync(cancellation);
        }

        return [.. found.Where(appointment => appointment.Contact is not null).OrderBy(appointment => appointment.Start)];
    }

    /// <summary>What may be sent to a phone that asks for a code.</summary>
    public async Task<WrittenTo> WrittenToAsync(CaseworkContext context, string phone, CancellationToken cancellation)
    {
        var pass = new PassContent(phone, null, null, []);
        var requests = await RequestsAsync(context, pass, cancellation);
        var appointments = await AppointmentsAsync(context, pass, cancellation);
        return new(requests.Count + appointments.Count > 0, requests.Any(request => request.IsDiscreet));
    }

    /// <summary>Whether a conversation follows any matter.</summary>
    public async Task<bool> IsFollowedAsync(CaseworkContext context, string channel, string address, CancellationToken cancellation) =>
        (await links.SubjectsAsync(context, channel, address, cancellation)).Count > 0;

    /// <summary>The name under which an appointment was booked.</summary>
    public Contact? ContactOf(Appointment appointment) => contacts.Open(appointment.Contact, Appointment.Place(appointment.Id));

    /// <summary>Requests of the appointments for which calling is not safe.</summary>
    private async Task<HashSet<string>> HiddenAsync(CaseworkContext context, List<Appointment> appointments, CancellationToken cancellation)
    {
        var numbers = appointments.Select(appointment => appointment.RequestNumber).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var requests = await context.Set<Request>().AsNoTracking().Where(request => numbers.Contains(request.Number)).ToListAsync(cancellation);
        return [.. requests.Where(request => request.SealedPaper is not null && changes.ContactOf(request)?.Phone is null).Select(request => request.Number)];
    }

    private async Task<List<string>> NumbersAsync(CaseworkContext context, PassContent pass, string prefix, CancellationToken cancellation)
    {
        if (pass is not { Channel: { } channel, Address: { } address })
            return [];
        var subjects = await links.SubjectsAsync(context, channel, address, cancellation);
        return [.. subjects.Where(subject => subject.StartsWith(prefix, StringComparison.Ordinal)).Select(subject => subject[prefix.Length..])];
    }
}
