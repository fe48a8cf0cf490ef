using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Notifications;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Casework.Triage;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Appointments;

public sealed class RequestLinkTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_appointment_belongs_to_its_request_and_goes_with_it(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var number = CaseNumber.Compose('R', new(2026, 11, 25), 482913);
        await AddAsync(bench, number);
        var slot = (await bench.FreeAsync("needs-request"))[0];
        Assert.Equal("appointment.request", (await BookAsync(bench, slot, CaseNumber.Compose('R', new(2026, 11, 25), 1))).Failure?.Code);
        var booked = (await BookAsync(bench, slot, number.ToLowerInvariant())).Value!;
        var link = bench.Host.Get<RequestLink>();
        var store = bench.Host.Get<CaseworkStore>();
        var listed = Assert.Single(await store.ReadAsync((context, token) => link.OfAsync(context, number, token), CancellationToken.None));
        Assert.Equal((booked.Number, slot.Start, "booked"), (listed.Number, listed.Start, listed.State));
        await store.WriteAsync(
            async (context, token) =>
            {
                await link.OnAsync(context, Withdrawn(number), token);
                return 0;
            },
            CancellationToken.None);
        Assert.Equal(AppointmentState.Cancelled, (await bench.Own.FindAsync(booked.Id, booked.Code, CancellationToken.None)).Value!.State);
        Assert.Equal(0, await bench.CountAsync<OccupiedCell>());
        Assert.Equal(AppointmentEventKind.Cancelled, bench.Heard.Events[^1].Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_came_is_forgotten_after_its_time_and_the_appointment_is_not(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var booked = (await bench.BookAsync((await bench.FreeAsync())[0])).Value!;
        bench.Host.Time.SetUtcNow(Bench.At(9, 20).AddDays(180));
        await bench.SweepAsync();
        Assert.NotNull((await RowAsync(bench)).Contact);
        bench.Host.Time.Advance(TimeSpan.FromMinutes(11));
        await bench.SweepAsync();
        Assert.Equal((null, ""), ((await RowAsync(bench)).Contact, (await RowAsync(bench)).Phone));
        Assert.True((await bench.Own.FindAsync(booked.Id, booked.Code, CancellationToken.None)).Succeeded);
        Assert.Null(Assert.Single(await bench.Seen.LinesAsync(Bench.Office, Bench.Tomorrow, Bench.Tomorrow, Actor.Staff("li"), CancellationToken.None)).Name);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_came_is_forgotten_on_request_once_it_is_over_and_the_appointment_is_not(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var booked = (await bench.BookAsync((await bench.FreeAsync())[0])).Value!;
        Assert.Equal("appointment.underway", (await EraseAsync(bench, booked)).Failure?.Code);
        Assert.Equal("appointment.notFound", (await EraseAsync(bench, booked with { Code = "ABCDEFGH" })).Failure?.Code);
        await bench.Own.CancelAsync(booked.Id, booked.Code, "家里有事", CancellationToken.None);
        Assert.True((await EraseAsync(bench, booked)).Succeeded);
        var row = await RowAsync(bench);
        Assert.Equal((null, null, "", AppointmentState.Cancelled), (row.Contact, row.Reason, row.Phone, row.State));
        Assert.Equal("appointment.notFound", (await bench.Own.FindAsync(booked.Id, booked.Code, CancellationToken.None)).Failure?.Code);
        var messages = await bench.Host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<OutboxMessage>().ToListAsync(token), CancellationToken.None);
        Assert.NotEmpty(messages);
        Assert.All(messages, message => Assert.Null(message.Content));
    }

    [Fact]
    public async Task The_shipped_services_can_be_booked_in_the_sample_county()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        foreach (var service in host.Get<ServiceCatalog>().Services.Where(service => service.Appointment is not null))
        {
            foreach (var way in service.Appointment!.Ways.Select(way => way.Way))
            {
                var found = await host.Get<AppointmentDesk>().FindSlotsAsync(new(service.Id, Bench.Tomorrow, Bench.Tomorrow.AddDays(4), Way: way), CancellationToken.None);
                Assert.NotEmpty(found.Value!);
            }
        }
    }

    private static Task<Result<bool>> EraseAsync(Bench bench, Booked booked) => bench.Own.EraseAsync(booked.Id, booked.Code, CancellationToken.None);

    private static Task<Appointment> RowAsync(Bench bench) =>
        bench.Host.Get<CaseworkStore>().ReadAsync((context, token) => context.Set<Appointment>().SingleAsync(token), CancellationToken.None);

    private static Task<Result<Booked>> BookAsync(Bench bench, Slot slot, string number) => bench.Desk.BookAsync(
        new("王小明", Bench.Phone(1), SlotId: slot.Id, RequestNumber: number), Guid.NewGuid().ToString(), CancellationToken.None);

    private static Task<int> AddAsync(Bench bench, string number) => bench.Host.Get<CaseworkStore>().WriteAsync(
        (context, _) =>
        {
            var request = new Request { Number = number, CodeFingerprint = "x", Service = "needs-request", Channel = "web", ReceivedAt = bench.Host.Time.GetUtcNow() };
            var phone = bench.Host.Get<PartyFinder>().Fingerprint("phone", Bench.Phone(1));
            context.AddRange(request, new RequestParty { RequestId = request.Id, Side = PartySide.Applicant, Kind = "phone", Fingerprint = phone });
            return Task.FromResult(0);
        },
        CancellationToken.None);

    private static RequestRaised Withdrawn(string number) => new()
    {
        RequestId = Guid.NewGuid(),
        Number = number,
        Service = "needs-request",
        ServiceName = "要申请的",
        Event = CaseEvents.Withdrawn,
        From = RequestState.Received,
        To = RequestState.Withdrawn,
        At = default,
        Version = 2,
        Channel = "web",
        IsDiscreet = false,
    };
}
