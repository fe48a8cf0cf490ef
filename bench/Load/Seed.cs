using System.Globalization;
using System.Text.Json;
using LegalService.Casework;
using LegalService.Casework.Appointments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Feedback;
using LegalService.Casework.Figures;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Load;

/// <summary>
/// Three years of a busy county, written straight into an empty store: by default 300,000 requests that are over and 20,000 that are open, with steps, deadlines,
/// people, figures, appointments and ratings. Always the same. Personal data are made up, and removed from what ended more than a year ago.
/// </summary>
internal sealed class Seed(IServiceProvider services, int open, int closed)
{
    private const int Batch = 20_000;
    private const int Days = 1095;
    private const int OpenDays = 30;

    private static readonly (string Service, int Weight)[] Services =
        [("legal-consultation", 50), ("legal-aid", 20), ("people-mediation", 10), ("document-drafting", 8), ("remote-notary", 7), ("petition-agency", 5)];

    private static readonly (string Office, int Weight)[] Offices = [("example-centre", 70), ("example-north", 20), ("example-league", 10)];
    private static readonly (string Channel, int Weight)[] Channels = [("wechat", 50), ("web", 25), ("kiosk", 15), ("desk", 10)];
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "包", "白", "乌", "孟", "高"];
    private static readonly string[] Given = ["小明", "建国", "秀英", "巴特尔", "其其格", "海龙", "文静", "志强", "娜仁", "苏日娜", "德胜", "玉兰"];

    private readonly Random _random = new(20261129);
    private readonly Dictionary<string, ServiceDefinition> _definitions = Services.ToDictionary(
        each => each.Service, each => services.GetRequiredService<ServiceCatalog>().Find(each.Service)!, StringComparer.Ordinal);

    private readonly Sealer _sealer = services.GetRequiredService<Sealer>();
    private readonly PartyFinder _finder = services.GetRequiredService<PartyFinder>();
    private readonly DateTimeOffset _now = services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Composes casework over a store, brings its tables up to date and takes its key into use; no background work runs.</summary>
    public static async Task<ServiceProvider> OpenAsync(StoreProvider provider, string dataDirectory, string? connectionString)
    {
        var corpus = Path.Combine(AppContext.BaseDirectory, "corpus");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCasework(options => (options.Provider, options.DataDirectory, options.ConnectionString) = (provider, dataDirectory, connectionString));
        services.Configure<CorpusOptions>(options => options.Folder = corpus);
        services.AddInterviews(options => options.Folder = Path.Combine(corpus, "services"));
        var built = services.BuildServiceProvider();
        foreach (var start in built.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await start.StartingAsync(CancellationToken.None);
        return built;
    }

    public async Task RunAsync()
    {
        await using var context = services.GetRequiredService<Func<CaseworkContext>>()();
        for (var first = 0; first < open + closed; first += Batch)
            await WriteAsync(context, [.. Enumerable.Range(first, Math.Min(Batch, open + closed - first)).Select(Case)]);
        // As the databases' own maintenance does after a while.
        await context.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    /// <summary>Seeds a store that has no requests yet.</summary>
    public async Task IfEmptyAsync()
    {
        await using var context = services.GetRequiredService<Func<CaseworkContext>>()();
        if (!await context.Set<Request>().AnyAsync())
            await RunAsync();
    }

    private static async Task WriteAsync(CaseworkContext context, IReadOnlyList<SeededCase> cases)
    {
        await BulkInsert.WriteAsync(context, cases.Select(each => each.Request));
        await BulkInsert.WriteAsync(context, cases.SelectMany(each => each.Steps));
        await BulkInsert.WriteAsync(context, cases.SelectMany(each => each.Deadlines));
        await BulkInsert.WriteAsync(context, cases.SelectMany(each => each.Parties));
        await BulkInsert.WriteAsync(context, cases.Select(each => each.Figure));
        await BulkInsert.WriteAsync(context, cases.Select(each => each.Appointment).OfType<Appointment>());
        await BulkInsert.WriteAsync(context, cases.Select(each => each.Feedback).OfType<FeedbackEntry>());
    }

    private SeededCase Case(int index)
    {
        var isOpen = index >= closed;
        var received = Instants.ToMicroseconds(_now.AddMinutes(-_random.Next(OpenDays * 1440) - (isOpen ? 0 : _random.Next((Days - OpenDays) * 1440) + (OpenDays * 1440))));
        var definition = _definitions[Draw(Services)];
        var ended = isOpen ? (DateTimeOffset?)null : received.AddHours(_random.Next(1, OpenDays * 24));
        var isErased = ended < _now.AddDays(-definition.Retention.Days);
        var number = CaseNumber.Compose(CaseNumber.Request, BeijingTime.DayOf(received), (index * 7) % 1_000_000);
        var request = new Request
        {
            Number = number,
            CodeFingerprint = isErased ? "" : _sealer.Fingerprint("pickupCode", number),
            Service = definition.Id,
            Channel = Draw(Channels),
            ReceivedAt = received,
            Office = Draw(Offices),
            Urgency = isOpen ? _random.Next(100) switch { < 2 => 0, < 12 => 1, < 30 => 2, _ => 3 } : 3,
            TriagedOn = BeijingTime.DayOf(_now),
            Matter = definition.FieldOf(FieldRole.Matter) is { Options: { Count: > 0 } options } ? options[_random.Next(options.Count)].Value : null,
        };
        var steps = Steps(request, isOpen, received, ended);
        (request.State, request.Version) = (steps[^1].To, steps.Count);
        if (RequestMachine.IsClosed(request.State))
            (request.ClosedAt, request.Outcome) = (steps[^1].At, OutcomeOf(definition, request.State));
        request.ErasedAt = isErased && request.ClosedAt is { } closedAt ? closedAt.AddDays(definition.Retention.Days) : null;
        var deadlines = Deadlines(request, definition, steps);
        request.NextDue = deadlines.Where(row => row is { EndedAt: null, IsDropped: false, Party: DeadlineParty.Office }).Select(row => (DateTimeOffset?)row.Due).Min();
        return new(request, steps, deadlines, isErased ? [] : People(request, definition), FigureOf(request, steps, definition), AppointmentOf(request, index), RatingOf(request, index));
    }

    private List<RequestStep> Steps(Request request, bool isOpen, DateTimeOffset received, DateTimeOffset? ended)
    {
        var steps = new List<RequestStep> { Step(request, 1, received, CaseEvents.Received, null, RequestState.Received) };
        var isRefused = _random.Next(100) < 6;
        if (isOpen && _random.Next(100) < 55)
            return steps;
        var decided = ended is { } end ? received + ((end - received) * _random.NextDouble()) : received.AddHours(_random.Next(1, 200));
        if (isOpen && decided > _now)
            return steps;
        if (isRefused && !isOpen)
            return [.. steps, Step(request, 2, decided, CaseEvents.Refused, RequestState.Received, RequestState.Refused)];
        steps.Add(Step(request, 2, decided, CaseEvents.Accepted, RequestState.Received, RequestState.Accepted));
        if (!isOpen)
            steps.Add(Step(request, 3, ended!.Value, CaseEvents.Done, RequestState.Accepted, RequestState.Done));
        return steps;
    }

    private static RequestStep Step(Request request, int sequence, DateTimeOffset at, string name, RequestState? from, RequestState to) => new()
    {
        RequestId = request.Id,
        Sequence = sequence,
        At = Instants.ToMicroseconds(at),
        Actor = sequence == 1 ? "citizen" : "staff/narisu",
        Event = name,
        From = from,
        To = to,
    };

    private List<RequestDeadline> Deadlines(Request request, ServiceDefinition definition, List<RequestStep> steps) =>
        [.. DeadlineCounter.Count(definition.Deadlines, [.. steps.Select(step => new CaseEvent(step.Event, step.At))], services.GetRequiredService<WorkCalendar>(), _now)
            .Select(deadline => RequestDeadline.Of(request, deadline))];

    private IReadOnlyList<RequestParty> People(Request request, ServiceDefinition definition)
    {
        var name = Surnames[_random.Next(Surnames.Length)] + Given[_random.Next(Given.Length)];
        var phone = string.Create(CultureInfo.InvariantCulture, $"139{_random.Next(100_000_000):00000000}");
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (role, text) in new[] { (FieldRole.ApplicantName, name), (FieldRole.ApplicantPhone, phone), (FieldRole.Matter, request.Matter) })
        {
            if (definition.FieldOf(role) is { } field && text is not null)
                answers[field.Id] = AnswerJson.Of(text);
        }

        var sent = Answers.From(answers);
        var review = answers.Select(pair => new ReviewLine(pair.Key, pair.Key, AnswerJson.Text(pair.Value)!, "***")).ToList();
        request.SealedPaper = new RequestPaper(definition.Id, definition.Version, sent, review, new(name, phone)).Seal(_sealer, request);
        return _finder.PartiesOf(request.Id, definition, sent);
    }

    private static RequestFigure FigureOf(Request request, IReadOnlyList<RequestStep> steps, ServiceDefinition definition)
    {
        var figure = new RequestFigure
        {
            RequestId = request.Id,
            Service = request.Service,
            Office = request.Office,
            Channel = request.Channel,
            ReceivedOn = BeijingTime.DayOf(request.ReceivedAt),
            Counts = definition.Figures?.Counts,
            Group = definition.Figures?.Groups is [_, ..] groups ? groups[Math.Abs(request.Number.GetHashCode(StringComparison.Ordinal)) % groups.Count].Id : null,
        };
        figure.Follow(request, steps, definition.Figures);
        return figure;
    }

    private Appointment? AppointmentOf(Request request, int index) => index % 4 != 0 ? null : new Appointment
    {
        Id = Guid.CreateVersion7(),
        Number = CaseNumber.Compose(CaseNumber.Appointment, BeijingTime.DayOf(request.ReceivedAt), index % 1_000_000),
        Code = request.CodeFingerprint,
        Service = request.Service,
        Office = request.Office!,
        Way = MeetingWay.InPerson,
        Start = request.ReceivedAt.AddDays(3),
        End = request.ReceivedAt.AddDays(3).AddMinutes(30),
        State = request.ClosedAt is null ? AppointmentState.Booked : _random.Next(10) < 9 ? AppointmentState.Completed : AppointmentState.Missed,
        RequestNumber = index % 8 == 0 ? null : request.Number,
        Phone = "",
        Notify = false,
        BookedAt = request.ReceivedAt,
    };

    private FeedbackEntry? RatingOf(Request request, int index) => request.ClosedAt is not { } at || index % 5 != 0 ? null : new FeedbackEntry
    {
        Id = Guid.CreateVersion7(),
        At = at.AddDays(1),
        Kind = FeedbackKind.Request,
        Subject = request.Number,
        Office = request.Office,
        Rating = _random.Next(20) switch { 0 => 1, 1 => 2, < 4 => 3, < 10 => 4, _ => 5 },
        Reasons = "",
    };

    private string? OutcomeOf(ServiceDefinition definition, RequestState state) =>
        state == RequestState.Done && definition.Figures?.Outcomes is [_, ..] outcomes ? outcomes[_random.Next(outcomes.Count)].Id : null;

    private string Draw((string Name, int Weight)[] of)
    {
        var drawn = _random.Next(of.Sum(each => each.Weight));
        return of.First(each => (drawn -= each.Weight) < 0).Name;
    }

    private sealed record SeededCase(
        Request Request, IReadOnlyList<RequestStep> Steps, IReadOnlyList<RequestDeadline> Deadlines, IReadOnlyList<RequestParty> Parties, RequestFigure Figure,
        Appointment? Appointment, FeedbackEntry? Feedback);
}
