using LegalService.Casework.Appointments;
using LegalService.Casework.Feedback;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Matters;

/// <summary>Reads what belongs to a citizen, and leaves out what his pass does not open. Thread safe.</summary>
internal sealed class MatterReading(CaseworkStore store, Sealer sealer, OwnMatters own, RequestReading requests, IServiceDefinitions definitions, TimeProvider time)
{
    /// <summary>Whether more was shown for it than a phone.</summary>
    public static bool IsOpen(PassContent pass, Request request) => pass.Channel is not null || pass.Opened.Contains(request.Id);

    public async Task<OwnMatterList> ListAsync(PassContent pass, CancellationToken cancellation)
    {
        var (found, appointments, ratings) = await store.ReadAsync(
            async (context, token) =>
            {
                var theirs = await own.RequestsAsync(context, pass, token);
                return (theirs, await own.AppointmentsAsync(context, pass, token), await RatingsAsync(context, theirs, token));
            },
            cancellation);
        var matters = new List<Matter>();
        foreach (var request in found)
        {
            if ((await requests.StatusAsync(request.Id, cancellation)).Value is { } status)
                matters.Add(Of(pass, request, status, ratings.GetValueOrDefault(request.Number)));
        }

        var untold = matters.Where(matter => !matter.IsTold).Select(matter => matter.Status.Number).ToHashSet(StringComparer.Ordinal);
        return new(matters, [.. appointments.Select(appointment => Line(appointment, untold))]);
    }

    public async Task<Result<Matter>> MatterAsync(PassContent pass, Request request, CancellationToken cancellation)
    {
        var status = await requests.StatusAsync(request.Id, cancellation);
        if (!status.Succeeded)
            return status.Failure;
        var ratings = await store.ReadAsync((context, token) => RatingsAsync(context, [request], token), cancellation);
        return Of(pass, request, status.Value, ratings.GetValueOrDefault(request.Number));
    }

    private Task<IReadOnlyDictionary<string, GivenRating>> RatingsAsync(CaseworkContext context, IReadOnlyList<Request> theirs, CancellationToken cancellation) =>
        GivenRating.OfAsync(context, sealer, [.. theirs.Select(request => request.Number)], cancellation);

    private Matter Of(PassContent pass, Request request, RequestStatus status, GivenRating? rating)
    {
        var isOpen = IsOpen(pass, request);
        var isTold = isOpen || !request.IsDiscreet;
        return new()
        {
            Status = isOpen ? status : isTold ? Closed(status) : Untold(Closed(status)),
            IsOpen = isOpen,
            IsTold = isTold,
            Name = isTold ? Mask(RequestPaper.Open(sealer, request)?.Contact.Name) : null,
            MayRate = request.ClosedAt is not null && rating is null,
            Rating = rating,
        };
    }

    /// <summary>Without what clerks and letters say, and what was sent.</summary>
    private static RequestStatus Closed(RequestStatus status) => status with
    {
        History = [.. status.History.Select(line => line with { Message = null })],
        Reasons = [],
        HowToObject = null,
        Assignee = null,
        Attachments = [],
        Letters = [],
        Can = [.. status.Can.Where(act => act == "supplement")],
    };

    /// <summary>Without anything of law.</summary>
    private static RequestStatus Untold(RequestStatus status) =>
        status with { Service = "", ServiceName = "", History = [], Asked = [], Deadlines = [], Appointments = [], Can = [] };

    private OwnAppointmentLine Line(Appointment appointment, HashSet<string> untold)
    {
        var isTold = appointment.RequestNumber is not { } number || !untold.Contains(number);
        var view = AppointmentWriter.View(appointment);
        return new(
            isTold ? view : view with { Service = "", Office = "", RequestNumber = null },
            isTold ? definitions.Find(appointment.Service)?.Name ?? appointment.Service : "",
            isTold ? Mask(own.ContactOf(appointment)?.Name) : null,
            isTold,
            appointment.State == AppointmentState.Booked && appointment.Start > time.GetUtcNow());
    }

    private static string? Mask(string? name) =>
        name is not null && PersonName.TryParse(name, int.MaxValue, organisation: true, out var person, out _) ? person.Masked : null;
}
