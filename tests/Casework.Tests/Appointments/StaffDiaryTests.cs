using LegalService.Casework.Appointments;
using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Audit;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Tests.Appointments;

public sealed class StaffDiaryTests
{
    private static readonly Actor Clerk = Actor.Staff("li");

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_away_is_booked_no_more_and_what_was_booked_with_him_shows(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync();
        Assert.Equal(2, slots[0].Free);
        await bench.BookAsync(slots[0], 1);
        await bench.BookAsync(slots[0], 2);
        var ill = (await CloseAsync(bench, "lawyer-1", null)).Value;
        Assert.Equal([1, 1, 1], (await bench.FreeAsync()).Select(slot => slot.Free));
        var lines = await LinesAsync(bench);
        Assert.Equal("外出", Assert.Single(lines, line => line.With.Contains("lawyer-1", StringComparer.Ordinal)).Closed);
        Assert.Null(Assert.Single(lines, line => line.With.Contains("lawyer-2", StringComparer.Ordinal)).Closed);
        await bench.Host.Get<ClosureDesk>().RemoveAsync(ill, Clerk, CancellationToken.None);
        Assert.Equal([2, 2, 2], (await bench.FreeAsync()).Select(slot => slot.Free));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_closed_office_is_not_booked_by_anybody_in_that_part_of_the_day(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync();
        Assert.True((await CloseAsync(bench, null, new DaySpan(9 * 60, 10 * 60))).Succeeded);
        Assert.Equal(slots.Where(slot => slot.Start >= Bench.At(10)).Select(slot => slot.Id), (await bench.FreeAsync()).Select(slot => slot.Id));
        Assert.Equal("slot.notOffered", (await bench.BookAsync(slots[0])).Failure?.Code);
        Assert.Equal("slot.notOffered", (await bench.Diary.BookAsync(Counter(slots[0].Start), Clerk, CancellationToken.None)).Failure?.Code);
        Assert.Equal("closure.resource", (await CloseAsync(bench, "nobody", null)).Failure?.Code);
        Assert.Equal("closure.hours", (await CloseAsync(bench, null, new DaySpan(600, 540))).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_clerk_moves_an_appointment_to_one_lawyer_and_the_citizen_is_told_though_he_asked_for_no_reminders(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync();
        var booked = (await bench.BookAsync(slots[0])).Value!;
        await bench.Diary.BookAsync(Counter(slots[1].Start) with { Resource = "lawyer-1" }, Clerk, CancellationToken.None);
        Assert.Equal("slot.taken", (await bench.Diary.MoveAsync(booked.Id, slots[1].Start, "lawyer-1", Clerk, CancellationToken.None)).Failure?.Code);
        Assert.Equal(slots[0].Start, (await bench.Own.FindAsync(booked.Id, booked.Code, CancellationToken.None)).Value!.Start);
        Assert.Equal(slots[1].Start, (await bench.Diary.MoveAsync(booked.Id, slots[1].Start, "lawyer-2", Clerk, CancellationToken.None)).Value!.Start);
        Assert.Equal((AppointmentEventKind.Rescheduled, true), (bench.Heard.Events[^1].Kind, bench.Heard.Events[^1].Notify));
        Assert.Equal(["lawyer-1", "lawyer-2"], (await LinesAsync(bench)).SelectMany(line => line.With).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_clerk_books_at_the_counter_without_notice_and_in_the_time_kept_for_walk_ins(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(share: "1"));
        Assert.Empty(await bench.FreeAsync());
        bench.Host.Time.SetUtcNow(Bench.At(8, 50));
        var free = (await bench.Seen.FreeAsync(Bench.Office, Bench.Consultation, MeetingWay.InPerson, Bench.Tomorrow, Bench.Tomorrow, CancellationToken.None)).Value!;
        var booked = (await bench.Diary.BookAsync(Counter(free[0].Start), Clerk, CancellationToken.None)).Value!;
        Assert.Equal(Bench.At(9), booked.Start);
        Assert.True((await bench.Own.CancelAsync(booked.Id, booked.Code, null, CancellationToken.None)).Succeeded);
        Assert.Equal("request.number", (await bench.Diary.BookAsync(Counter(free[0].Start) with { RequestNumber = "R1" }, Clerk, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_service_that_is_switched_off_takes_nothing_new_until_it_is_on_again(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slot = (await bench.FreeAsync())[0];
        var board = bench.Host.Get<SwitchBoard>();
        var name = SwitchNames.Service(Bench.Consultation);
        Assert.Equal("switch.message", (await board.SwitchOffAsync(name, " ", Clerk, CancellationToken.None)).Failure?.Code);
        await board.SwitchOffAsync(name, "装修，下周再来。", Clerk, CancellationToken.None);
        var refused = (await bench.BookAsync(slot)).Failure!;
        Assert.Equal(("service.paused", "装修，下周再来。"), (refused.Code, refused.Message));
        Assert.Equal("service.paused", (await bench.Desk.HoldAsync(slot.Id, CancellationToken.None)).Failure?.Code);
        Assert.Equal("service.paused", (await bench.Desk.FindSlotsAsync(new(Bench.Consultation, Bench.Tomorrow, Bench.Tomorrow), CancellationToken.None)).Failure?.Code);
        await board.SwitchOnAsync(name, Clerk, CancellationToken.None);
        Assert.True((await bench.BookAsync(slot)).Succeeded);
        var trail = await bench.Host.Get<AuditReading>().ListAsync(new AuditFilter(Actor: Clerk.Name, Action: "switch."), Clerk, CancellationToken.None);
        Assert.Equal(["switch.on", "switch.off"], trail.Select(line => line.Action));
    }

    private static CounterBooking Counter(DateTimeOffset start) => new(Bench.Office, Bench.Consultation, MeetingWay.InPerson, start, "王小明", Bench.Phone(9), Notify: false);

    private static Task<Result<Guid>> CloseAsync(Bench bench, string? resource, DaySpan? hours) => bench.Host.Get<ClosureDesk>().AddAsync(
        new NewClosure(Bench.Office, resource, Bench.Tomorrow, Bench.Tomorrow, hours, "外出"), Clerk, CancellationToken.None);

    private static Task<IReadOnlyList<DiaryLine>> LinesAsync(Bench bench) =>
        bench.Seen.LinesAsync(Bench.Office, Bench.Tomorrow, Bench.Tomorrow, Clerk, CancellationToken.None);
}
