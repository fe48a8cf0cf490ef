using LegalService.Casework.Appointments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Tests.Appointments;

/// <summary>A small county to book in: an office with two lawyers, a room, a notary with his video room, and a hall. Wednesday, 9:00.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public const string Consultation = "consultation";
    public const string Notary = "notary";
    public const string Lecture = "lecture";
    public const string Office = "centre";

    /// <summary>A Thursday.</summary>
    public static readonly DateOnly Tomorrow = new(2026, 11, 26);

    private Bench(CaseworkHost host) => Host = host;

    public CaseworkHost Host { get; }

    public Heard Heard => Host.Get<Heard>();

    public AppointmentDesk Desk => Host.Get<AppointmentDesk>();

    public OwnAppointment Own => Host.Get<OwnAppointment>();

    public AppointmentDiary Diary => Host.Get<AppointmentDiary>();

    public DiaryReading Seen => Host.Get<DiaryReading>();

    public WaitingList Waiting => Host.Get<WaitingList>();

    public WalkInDesk WalkIns => Host.Get<WalkInDesk>();

    public static async Task<Bench> StartAsync(StoreProvider provider, string? connection = null, string? places = null, Action<AppointmentOptions>? configure = null)
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("legalservice-bench-").FullName, "places");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "county.yaml"), places ?? County());
        return new(await CaseworkHost.StartAsync(provider, connection: connection, configure: services =>
        {
            services.Configure<CorpusOptions>(options => options.PlacesFolder = folder);
            services.Configure<AppointmentOptions>(options => options.RoomAddress = "https://video.example/room/");
            services.Configure<AppointmentOptions>(options => configure?.Invoke(options));
            services.AddSingleton<IBookableServices, Services>();
            services.AddSingleton<Heard>();
            services.AddSingleton<IAppointmentEvents>(provider => provider.GetRequiredService<Heard>());
        }));
    }

    /// <summary>Free slots of a service tomorrow at the office.</summary>
    public async Task<IReadOnlyList<Slot>> FreeAsync(string service = Consultation, MeetingWay? way = MeetingWay.InPerson, DateOnly? day = null) =>
        (await Desk.FindSlotsAsync(new(service, day ?? Tomorrow, day ?? Tomorrow, Office, way), CancellationToken.None)).Value!;

    public Task<Result<Booked>> BookAsync(Slot slot, int person = 1, string? key = null) => Desk.BookAsync(
        new("王小明", Phone(person), SlotId: slot.Id), key ?? Guid.NewGuid().ToString(), CancellationToken.None);

    public Task<Result<Booked>> BookAsync(HoldTaken hold, int person = 1, string? key = null) => Desk.BookAsync(
        new("王小明", Phone(person), HoldId: hold.Id), key ?? Guid.NewGuid().ToString(), CancellationToken.None);

    public Task SweepAsync() => Host.Get<AppointmentSweep>().RunOnceAsync(CancellationToken.None);

    public Task<int> CountAsync<T>()
        where T : class => Host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<T>().CountAsync(token), CancellationToken.None);

    public static string Phone(int person) => $"138{person:00000000}";

    public static DateTimeOffset At(int hour, int minute = 0, DateOnly? day = null) => BeijingTime.At(day ?? Tomorrow).AddMinutes((hour * 60) + minute);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public static string County(int seats = 50, string share = "0", string hours = "[09:00-11:00]") => $"""
        county: 试县
        offices:
          - id: {Office}
            name: 中心
            level: county
            latitude: 43.5
            longitude: 115.6
            address: 试县一路
            hours:
              workdays: {hours}
            hoursText: [工作日]
            services: [{Consultation}, {Notary}, {Lecture}]
            accessible: true
            languages: [zh]
            resources:
              - {"{"} id: lawyer-1, pool: lawyer, name: 一 {"}"}
              - {"{"} id: lawyer-2, pool: lawyer, name: 二 {"}"}
              - {"{"} id: room-1, pool: room, name: 室 {"}"}
              - {"{"} id: notary-1, pool: notary, name: 公 {"}"}
              - {"{"} id: hall, pool: hall, name: 厅, units: {seats} {"}"}
            diaries:
              - kind: consultation
                ways: [inPerson]
                needs: [lawyer]
                slotMinutes: 30
                bufferMinutes: 0
                noticeMinutes: 60
                daysAhead: 30
                walkInShare: {share}
              - kind: notary
                ways: [video]
                needs: [notary, room]
                slotMinutes: 30
                bufferMinutes: 10
                noticeMinutes: 60
                daysAhead: 30
              - kind: notary
                ways: [inPerson]
                needs: [room]
                slotMinutes: 15
                bufferMinutes: 0
                noticeMinutes: 60
                daysAhead: 30
              - kind: lecture
                ways: [inPerson]
                needs: [hall]
                slotMinutes: 120
                bufferMinutes: 0
                noticeMinutes: 60
                daysAhead: 30
        """;

    private sealed class Services : IBookableServices
    {
        public BookableService? Find(string service) => service switch
        {
            Consultation => new(Consultation, "法律咨询预约", "consultation", [MeetingWay.InPerson], false, 30),
            Notary => new(Notary, "远程公证预约", "notary", [MeetingWay.Video, MeetingWay.InPerson], false, 30),
            Lecture => new(Lecture, "法治讲座预约", "lecture", [MeetingWay.InPerson], false, 120),
            "needs-request" => new("needs-request", "要申请的", "consultation", [MeetingWay.InPerson], true, 30),
            _ => null,
        };
    }
}

/// <summary>Remembers what was told; a transaction that was run twice told it twice.</summary>
internal sealed class Heard : IAppointmentEvents
{
    private readonly List<AppointmentEvent> _events = [];

    public IReadOnlyList<AppointmentEvent> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    public Task OnAsync(CaseworkContext context, AppointmentEvent happened, CancellationToken cancellation)
    {
        lock (_events)
            _events.Add(happened);
        return Task.CompletedTask;
    }
}
