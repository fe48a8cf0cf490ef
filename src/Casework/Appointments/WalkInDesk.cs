using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Audit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Appointments;

/// <summary>A number of today's queue.</summary>
/// <param name="Id">Id for further calls; cannot be guessed.</param>
/// <param name="Number">What is called out.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Ahead">How many are before it; 0 once it was called.</param>
/// <param name="EstimatedStart">When its turn may come; null when today's capacity is used up, or it was called.</param>
public sealed record QueueTicket(Guid Id, string Number, TicketState State, int Ahead, DateTimeOffset? EstimatedStart);

/// <summary>The queue of an office today.</summary>
/// <param name="Office">Id of the office.</param>
/// <param name="Serving">Numbers being served, the last called first.</param>
/// <param name="Waiting">Numbers that wait, the next first.</param>
public sealed record QueueNow(string Office, IReadOnlyList<string> Serving, IReadOnlyList<string> Waiting);

/// <summary>A number of today's queue, for the staff.</summary>
/// <param name="Id">Id for further calls.</param>
/// <param name="Number">What is called out.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Service">Id of the service.</param>
/// <param name="TakenAt">When it was taken, on Beijing's clock.</param>
/// <param name="CalledAt">When it was called; null before.</param>
/// <param name="With">The person, window and room it was called to, as in <c>lawyer-1</c>; empty unless it is being served.</param>
public sealed record QueueLine(
    Guid Id, string Number, TicketState State, string Service, DateTimeOffset TakenAt, DateTimeOffset? CalledAt, IReadOnlyList<string> With);

/// <summary>
/// The queue of those who come without an appointment. Who is called takes a lawyer, window or room from now on in the same table as the booked diary, so
/// that neither takes the other's time. Thread safe; several servers and clerks may call at once.
/// </summary>
public sealed class WalkInDesk
{
    private readonly CaseworkStore _store;
    private readonly PlaceCatalog _places;
    private readonly IBookableServices _services;
    private readonly SwitchBoard _switches;
    private readonly QueueForecast _forecast;
    private readonly QueueCalls _calls;
    private readonly ContactBox _contacts;
    private readonly AuditTrail _audit;
    private readonly IOptions<AppointmentOptions> _options;
    private readonly TimeProvider _time;

    internal WalkInDesk(
        CaseworkStore store, PlaceCatalog places, IBookableServices services, SwitchBoard switches, QueueForecast forecast, QueueCalls calls, ContactBox contacts, AuditTrail audit,
        IOptions<AppointmentOptions> options, TimeProvider time) =>
        (_store, _places, _services, _switches, _forecast, _calls, _contacts, _audit, _options, _time) =
        (store, places, services, switches, forecast, calls, contacts, audit, options, time);

    private static Failure NotFound => new("ticket.notFound", "没有这个号，请重新取号");

    /// <summary>
    /// Takes a number for today. Failures: <c>office.unknown</c>, <c>queue.none</c> (the office sees nobody for this service without an appointment),
    /// <c>queue.closed</c> with <c>Details["opensAt"]</c>, <c>queue.full</c>, <c>phone.invalid</c>.
    /// </summary>
    /// <param name="office">Id of the office.</param>
    /// <param name="service">Id of the service.</param>
    /// <param name="phone">Where to say that it is his turn; null for no message.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public async Task<Result<QueueTicket>> TakeAsync(string office, string service, string? phone, CancellationToken cancellation)
    {
        if (_places.Find(office) is not { } place)
            return new Failure("office.unknown", "没有这个服务点，请从服务点列表里选");
        if (_services.Find(service) is not { } bookable || place.DiaryFor(bookable.Kind, MeetingWay.InPerson, service) is null)
            return new Failure("queue.none", "这里不能当场办这项服务，请预约或者换一个服务点");
        if (_switches.RefuseService(service) is { } paused)
            return paused;
        var now = _places.At(place, _time.GetUtcNow());
        if (!now.OpenNow)
        {
            return new Failure("queue.closed", "现在不开门，开门以后再取号，或者先预约")
            {
                Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["opensAt"] = now.OpensNext },
            };
        }

        PhoneNumber number = default;
        if (phone is not null && !PhoneNumber.TryParse(phone, out number, out _))
            return new Failure("phone.invalid", "请写能联系到你的电话：11 位手机号，或者带区号的座机");
        if (await ClosureAsync(place, cancellation) is { } closure)
            return new Failure("queue.closed", $"今天这个时候不开门：{closure.Reason}");
        return await _store.ChangeAsync((context, token) => TakeAsync(context, place, bookable, phone is null ? null : number.Value, token), cancellation);
    }

    /// <summary>Where a number stands. Failure <c>ticket.notFound</c>.</summary>
    public Task<Result<QueueTicket>> FindAsync(Guid id, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) => await context.Set<Ticket>().SingleOrDefaultAsync(ticket => ticket.Id == id, token) is { } ticket
            ? (Result<QueueTicket>)await _forecast.ViewAsync(context, ticket, token)
            : NotFound,
        cancellation);

    /// <summary>The queue of an office today, for its screen: numbers only. Empty for an unknown office.</summary>
    public Task<QueueNow> TodayAsync(string office, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var today = BeijingTime.Today(_time);
            var tickets = await context.Set<Ticket>()
                .Where(ticket => ticket.Office == office && ticket.Day == today && (ticket.State == TicketState.Waiting || ticket.State == TicketState.Called))
                .OrderBy(ticket => ticket.Sequence).ToListAsync(token);
            var serving = tickets.Where(ticket => ticket.State == TicketState.Called).OrderByDescending(ticket => ticket.CalledAt).Select(ticket => ticket.Number);
            return new QueueNow(office, [.. serving], [.. tickets.Where(ticket => ticket.State == TicketState.Waiting).Select(ticket => ticket.Number)]);
        },
        cancellation);

    /// <summary>Today's numbers of an office that wait or are being served, in their order. Empty for an unknown office.</summary>
    public Task<IReadOnlyList<QueueLine>> ListAsync(string office, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var today = BeijingTime.Today(_time);
            var tickets = await context.Set<Ticket>()
                .Where(ticket => ticket.Office == office && ticket.Day == today && (ticket.State == TicketState.Waiting || ticket.State == TicketState.Called))
                .OrderBy(ticket => ticket.Sequence).ToListAsync(token);
            var called = tickets.Where(ticket => ticket.State == TicketState.Called).Select(ticket => ticket.Id).ToList();
            var units = (await context.Set<OccupiedCell>().Where(cell => called.Contains(cell.Owner)).Select(cell => new { cell.Owner, cell.Unit }).Distinct().ToListAsync(token))
                .ToLookup(cell => cell.Owner, cell => OccupiedCell.ResourceOf(cell.Unit));
            return (IReadOnlyList<QueueLine>)[.. tickets.Select(ticket => new QueueLine(
                ticket.Id, ticket.Number, ticket.State, ticket.Service, BeijingTime.Of(ticket.TakenAt), ticket.CalledAt is { } called ? BeijingTime.Of(called) : null,
                [.. units[ticket.Id].Order(StringComparer.Ordinal)]))];
        },
        cancellation);

    /// <summary>
    /// Calls the next number for whom somebody is free now; one whose service has nobody free waits without holding up the others. Failures:
    /// <c>queue.empty</c>, <c>queue.busy</c> (numbers wait, but everybody is taken by appointments or walk-ins).
    /// </summary>
    /// <param name="office">Id of the office.</param>
    /// <param name="service">Only this service; null for any.</param>
    /// <param name="clerk">Who calls.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<QueueTicket>> CallNextAsync(string office, string? service, Actor clerk, CancellationToken cancellation) =>
        _store.ChangeAsync((context, token) => _calls.NextAsync(context, office, service, clerk, token), cancellation);

    /// <summary>He was seen; the time that is left is free again. Failures: <c>ticket.notFound</c>, <c>ticket.state</c> (it was not called).</summary>
    public Task<Result<QueueTicket>> ServedAsync(Guid id, Actor clerk, CancellationToken cancellation) =>
        EndAsync(id, TicketState.Served, clerk, cancellation);

    /// <summary>He did not come; the time is free again. Failures: <c>ticket.notFound</c>, <c>ticket.state</c> (it was not called).</summary>
    public Task<Result<QueueTicket>> SkipAsync(Guid id, Actor clerk, CancellationToken cancellation) =>
        EndAsync(id, TicketState.Skipped, clerk, cancellation);

    /// <summary>He gives his number back before he is called. Failures: <c>ticket.notFound</c>, <c>ticket.state</c>.</summary>
    public Task<Result<QueueTicket>> LeaveAsync(Guid id, CancellationToken cancellation) => EndAsync(id, TicketState.Left, Actor.Citizen, cancellation);

    private Task<Result<QueueTicket>> EndAsync(Guid id, TicketState state, Actor actor, CancellationToken cancellation) => _store.ChangeAsync(
        async (context, token) =>
        {
            if (await context.Set<Ticket>().FindAsync([id], token) is not { } ticket)
                return NotFound;
            if (ticket.State != (state == TicketState.Left ? TicketState.Waiting : TicketState.Called))
                return new Failure("ticket.state", "这个号已经不是这个状态，请刷新再看");
            return (Result<QueueTicket>)await _calls.EndAsync(context, ticket, state, actor, token);
        },
        cancellation);

    private Task<Closure?> ClosureAsync(Office office, CancellationToken cancellation)
    {
        var (day, minute) = OpeningHours.Split(_time.GetUtcNow());
        return _store.ReadAsync(
            async (context, token) => (await ClosedTimes.ReadAsync(context, day, token)).Find(office.Id, null, day, new DaySpan(minute, minute + 1)), cancellation);
    }

    private async Task<Result<QueueTicket>> TakeAsync(CaseworkContext context, Office office, BookableService service, string? phone, CancellationToken token)
    {
        var today = BeijingTime.Today(_time);
        var last = await context.Set<Ticket>().Where(other => other.Office == office.Id && other.Day == today).MaxAsync(other => (int?)other.Sequence, token) ?? 0;
        if (last >= _options.Value.MaxTicketsPerDay)
            return new Failure("queue.full", "今天的号取完了，请预约别的日子");
        var id = Guid.CreateVersion7();
        var ticket = new Ticket
        {
            Id = id,
            Office = office.Id,
            Day = today,
            Sequence = last + 1,
            Service = service.Id,
            TakenAt = _time.GetUtcNow(),
            Contact = phone is null ? null : _contacts.Seal(new Contact("", phone), Ticket.Place(id)),
        };
        context.Add(ticket);
        _audit.Record(context, Actor.Citizen, "ticket.taken", Ticket.Place(id), $"{office.Id} {ticket.Number}");
        return await _forecast.ViewAsync(context, ticket, token);
    }
}
