using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Keeping;
using LegalService.Kiosk.LocalCopy;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Questions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LegalService.Kiosk.Tests.Support;

/// <summary>The real kiosk, with hardly any law to load and no patience, on a data directory that survives it.</summary>
internal sealed class KioskHost : WebApplicationFactory<Program>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StandInCentre _centre;
    private readonly TimeProvider? _machineClock;
    private readonly (string Name, string Value)[] _settings;

    public KioskHost(StandInCentre centre, string? data = null, TimeProvider? machineClock = null, params (string Name, string Value)[] settings)
    {
        (_centre, _machineClock, _settings) = (centre, machineClock, settings);
        Data = data ?? Scratch.NewFolder();
        _ = Server;
    }

    public string Data { get; }

    public MachineFolders Folders => Get<MachineFolders>();

    public Line Line => Get<Line>();

    public LineState State => Line.Status.State;

    public Sender Sender => Get<Sender>();

    public OutboxStore Outbox => Get<OutboxStore>();

    public Library Library => Get<Library>();

    public Asking Asking => Get<Asking>();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<KioskHost> EnrolledAsync()
    {
        Assert.True((await Get<Enrolment>().EnrolAsync(StandInCentre.Code, CancellationToken.None)).Succeeded);
        await UntilAsync(() => Line.Status.IsUp);
        return this;
    }

    /// <summary>Waits for what comes of its own accord.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
            await Task.Delay(20, patience.Token);
    }

    public Task UntilAsync(LineState state) => UntilAsync(() => State == state);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        (string Name, string Value)[] hasty =
        [
            ("Storage:DataDirectory", Data),
            ("Storage:LeastFreeBytes", "0"),
            ("Server:BaseUrl", _centre.Address.ToString()),
            ("Server:TryEvery", "00:00:00.1"),
            ("Server:BeatEvery", "00:00:01"),
            ("Outbox:FirstDelay", "00:00:00.1"),
            ("LocalCopy:TryAgainAfter", "00:00:00.1"),
            ("Knowledge:Folders:0", SmallCorpus.Folder),
            ("Texts:Folder", Path.Combine(SmallCorpus.Folder, "texts")),
        ];
        foreach (var (name, value) in hasty.Concat(_settings))
            builder.UseSetting(name, value);
        if (_machineClock is { } clock)
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(new KioskClock(clock))));
    }
}
