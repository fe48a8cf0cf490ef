using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Appointments;

public sealed class BookingTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Slots_are_those_of_the_hours_and_their_ids_are_always_the_same(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync();
        Assert.Equal([Bench.At(9), Bench.At(9, 30), Bench.At(10), Bench.At(10, 30)], slots.Select(slot => slot.Start));
        Assert.All(slots, slot => Assert.Equal(2, slot.Free));
        Assert.All(slots, slot => Assert.Equal(TimeSpan.FromHours(8), slot.Start.Offset));
        Assert.Equal(slots, await bench.FreeAsync());
        // Today: one hour's notice leaves 10:00 and 10:30. A Saturday, and a day too far ahead, have nothing.
        Assert.Equal([Bench.At(10, 0, new(2026, 11, 25)), Bench.At(10, 30, new(2026, 11, 25))], (await bench.FreeAsync(day: new(2026, 11, 25))).Select(slot => slot.Start));
        Assert.Empty(await bench.FreeAsync(day: new(2026, 11, 28)));
        Assert.Empty(await bench.FreeAsync(day: new(2026, 12, 28)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_booking_gives_number_code_and_calendar_file_and_takes_its_place(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slot = (await bench.FreeAsync())[0];
        var booked = (await bench.BookAsync(slot)).Value!;
        Assert.Matches("^A261125-[0-9]{6}-[0-9]$", booked.Number);
        Assert.Equal((slot.Start, slot.End, slot.Office), (booked.Start, booked.End, booked.Office));
        Assert.Contains("METHOD:PUBLISH", booked.Ics, StringComparison.Ordinal);
        Assert.Equal(1, (await bench.FreeAsync())[0].Free);
        var told = Assert.Single(bench.Heard.Events);
        Assert.Equal((AppointmentEventKind.Booked, booked.Id, Bench.Phone(1)), (told.Kind, told.Id, told.Contact!.Phone));
        var found = (await bench.Own.FindAsync(booked.Id, booked.Code.ToLowerInvariant(), CancellationToken.None)).Value!;
        Assert.Equal((booked.Number, AppointmentState.Booked), (found.Number, found.State));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_taken_slot_is_refused_with_the_next_free_ones(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slot = (await bench.FreeAsync())[1];
        Assert.True((await bench.BookAsync(slot, 1)).Succeeded);
        Assert.True((await bench.BookAsync(slot, 2)).Succeeded);
        var refused = (await bench.BookAsync(slot, 3)).Failure!;
        Assert.Equal("slot.taken", refused.Code);
        var next = Assert.IsAssignableFrom<IReadOnlyList<Slot>>(refused.Details["next"]);
        Assert.Equal(Bench.At(10), next[0].Start);
        Assert.Equal(3, next.Count);
        Assert.Equal("slot.taken", (await bench.Desk.HoldAsync(slot.Id, CancellationToken.None)).Failure?.Code);
        Assert.Equal("slot.notOffered", (await bench.Desk.HoldAsync("bm90aGluZw", CancellationToken.None)).Failure?.Code);
        Assert.Equal("slot.notOffered", (await bench.Desk.HoldAsync("%%%", CancellationToken.None)).Failure?.Code);
        var offGrid = new SlotKey(Bench.Office, Bench.Consultation, MeetingWay.InPerson, Bench.At(9, 5)).Id;
        Assert.Equal("slot.notOffered", (await bench.Desk.HoldAsync(offGrid, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_appointment_takes_every_resource_it_needs_and_overlapping_slots_see_it(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var video = (await bench.FreeAsync(Bench.Notary, MeetingWay.Video))[0];
        Assert.True((await bench.BookAsync(video)).Succeeded);
        // The room is taken from 9:00 to 9:30 and kept free until 9:40; the diary of the room has slots every quarter of an hour.
        Assert.Equal(
            [Bench.At(9, 45), Bench.At(10), Bench.At(10, 15), Bench.At(10, 30)],
            (await bench.FreeAsync(Bench.Notary)).Select(slot => slot.Start));
        Assert.Equal([Bench.At(10), Bench.At(10, 30)], (await bench.FreeAsync(Bench.Notary, MeetingWay.Video)).Select(slot => slot.Start));
        Assert.Equal(2, (await bench.FreeAsync())[0].Free);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_hold_keeps_its_place_until_it_expires_and_then_it_is_anybodys(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(seats: 1));
        var slot = (await bench.FreeAsync(Bench.Lecture))[0];
        var hold = (await bench.Desk.HoldAsync(slot.Id, CancellationToken.None)).Value!;
        Assert.Equal(TimeSpan.FromMinutes(10), hold.ExpiresAt - bench.Host.Time.GetUtcNow());
        Assert.Empty(await bench.FreeAsync(Bench.Lecture));
        bench.Host.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("slot.taken", (await bench.BookAsync(slot, 2)).Failure?.Code);
        bench.Host.Time.Advance(TimeSpan.FromMilliseconds(1));
        // Nobody has swept: whoever comes takes it over.
        Assert.True((await bench.BookAsync(slot, 2)).Succeeded);
        Assert.Equal("hold.expired", (await bench.BookAsync(hold, 1)).Failure?.Code);
        Assert.Equal(24, await bench.CountAsync<OccupiedCell>());
        await bench.SweepAsync();
        Assert.Equal((24, 0), (await bench.CountAsync<OccupiedCell>(), await bench.CountAsync<Hold>()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_hold_is_booked_once_and_can_be_given_back(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(seats: 1));
        var slot = (await bench.FreeAsync(Bench.Lecture))[0];
        var first = (await bench.Desk.HoldAsync(slot.Id, CancellationToken.None)).Value!;
        await bench.Desk.ReleaseAsync(first.Id, CancellationToken.None);
        Assert.Equal("hold.expired", (await bench.BookAsync(first)).Failure?.Code);
        var second = (await bench.Desk.HoldAsync(slot.Id, CancellationToken.None)).Value!;
        Assert.True((await bench.BookAsync(second)).Succeeded);
        Assert.Equal("hold.expired", (await bench.BookAsync(second, 2)).Failure?.Code);
        await bench.Desk.ReleaseAsync(second.Id, CancellationToken.None);
        bench.Host.Time.Advance(TimeSpan.FromHours(1));
        await bench.SweepAsync();
        Assert.Equal(24, await bench.CountAsync<OccupiedCell>());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Sending_a_booking_twice_books_once(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var hold = (await bench.Desk.HoldAsync((await bench.FreeAsync())[0].Id, CancellationToken.None)).Value!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bench.BookAsync(hold, key: "one"))));
        Assert.All(answers, answer => Assert.True(answer.Succeeded, answer.Failure?.Code));
        Assert.Single(answers.Select(answer => answer.Value).Distinct());
        Assert.Equal(1, await bench.CountAsync<Appointment>());
        Assert.Equal("idempotency.mismatch", (await bench.BookAsync(hold, person: 2, key: "one")).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_booked_says_why(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, configure: options => options.MaxAheadPerPhone = 1);
        var slots = await bench.FreeAsync();
        async Task<string?> CodeAsync(Booking booking) => (await bench.Desk.BookAsync(booking, Guid.NewGuid().ToString(), CancellationToken.None)).Failure?.Code;
        Assert.Equal("booking.slot", await CodeAsync(new("王小明", Bench.Phone(1))));
        Assert.Equal("name.invalid", await CodeAsync(new("", Bench.Phone(1), SlotId: slots[0].Id)));
        Assert.Equal("phone.invalid", await CodeAsync(new("王小明", "12345", SlotId: slots[0].Id)));
        Assert.Equal("request.number", await CodeAsync(new("王小明", Bench.Phone(1), SlotId: slots[0].Id, RequestNumber: "R1")));
        Assert.Null(await CodeAsync(new("王小明", Bench.Phone(1), SlotId: slots[0].Id)));
        Assert.Equal("appointment.tooMany", await CodeAsync(new("王小明", Bench.Phone(1), SlotId: slots[1].Id)));
        var needs = (await bench.FreeAsync("needs-request"))[0];
        Assert.Equal("appointment.needsRequest", await CodeAsync(new("王小明", Bench.Phone(2), SlotId: needs.Id)));
        Assert.Equal("service.notBookable", (await bench.Desk.FindSlotsAsync(new("none", Bench.Tomorrow, Bench.Tomorrow), CancellationToken.None)).Failure?.Code);
        Assert.Equal("office.unknown", (await bench.Desk.FindSlotsAsync(new(Bench.Notary, Bench.Tomorrow, Bench.Tomorrow, "x"), CancellationToken.None)).Failure?.Code);
        Assert.Equal("slot.range", (await bench.Desk.FindSlotsAsync(new(Bench.Notary, Bench.Tomorrow, Bench.Tomorrow.AddDays(99)), CancellationToken.None)).Failure?.Code);
        // A refused booking has left no place behind.
        Assert.Equal(6, await bench.CountAsync<OccupiedCell>());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nothing_personal_stands_open_in_the_store(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var booked = (await bench.BookAsync((await bench.FreeAsync())[0])).Value!;
        var (row, audit) = await bench.Host.Get<CaseworkStore>().ReadAsync(
            async (context, token) => (await context.Set<Appointment>().SingleAsync(token), await context.Set<AuditEntry>().SingleAsync(entry => EF.Functions.Like(entry.Action, "appointment.%"), token)), CancellationToken.None);
        var open = System.Text.Json.JsonSerializer.Serialize(new { row, audit }) + System.Text.Encoding.UTF8.GetString(row.Contact!);
        Assert.DoesNotContain("王小明", open, StringComparison.Ordinal);
        Assert.DoesNotContain(Bench.Phone(1), open, StringComparison.Ordinal);
        Assert.DoesNotContain(booked.Code, open, StringComparison.Ordinal);
        Assert.Equal(row.Phone, bench.Host.Get<Sealer>().Fingerprint("phone", Bench.Phone(1)));
        Assert.Equal("appointment.booked", audit.Action);
    }
}
