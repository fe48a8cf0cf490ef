using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Appointments;

public sealed class ChangeTests
{
    private static readonly Actor Clerk = Actor.Staff("li");

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_wrong_code_and_an_unknown_id_are_one_failure(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var booked = (await bench.BookAsync((await bench.FreeAsync())[0])).Value!;
        var wrong = await bench.Own.CancelAsync(booked.Id, "22222222", null, CancellationToken.None);
        var unknown = await bench.Own.CancelAsync(Guid.NewGuid(), booked.Code, null, CancellationToken.None);
        Assert.Equal("appointment.notFound", wrong.Failure?.Code);
        Assert.Equal((wrong.Failure!.Code, wrong.Failure.Message, wrong.Failure.Details.Count), (unknown.Failure!.Code, unknown.Failure.Message, unknown.Failure.Details.Count));
        Assert.Equal("appointment.notFound", (await bench.Own.RescheduleAsync(booked.Id, "nonsense", "x", CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Moving_gives_the_old_time_back_and_takes_reminders_and_calendar_along(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync();
        var booked = (await bench.BookAsync(slots[0])).Value!;
        var moved = (await bench.Own.RescheduleAsync(booked.Id, booked.Code, slots[2].Id, CancellationToken.None)).Value!;
        Assert.Equal((booked.Id, booked.Number, booked.Code, slots[2].Start), (moved.Id, moved.Number, moved.Code, moved.Start));
        Assert.Equal([2, 2, 1, 2], (await bench.FreeAsync()).Select(slot => slot.Free));
        var told = bench.Heard.Events[^1];
        Assert.Equal((AppointmentEventKind.Rescheduled, 1, slots[2].Start), (told.Kind, told.Sequence, told.Start));
        Assert.Contains("SEQUENCE:1", moved.Ics, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_moves_to_a_taken_time_keeps_his_own(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync(Bench.Notary, MeetingWay.Video);
        var booked = (await bench.BookAsync(slots[0])).Value!;
        Assert.True((await bench.BookAsync(slots[2], 2)).Succeeded);
        var refused = await bench.Own.RescheduleAsync(booked.Id, booked.Code, slots[2].Id, CancellationToken.None);
        Assert.Equal("slot.taken", refused.Failure?.Code);
        Assert.NotEmpty((IReadOnlyList<Slot>)refused.Failure!.Details["next"]!);
        Assert.Equal(slots[0].Start, (await bench.Own.FindAsync(booked.Id, booked.Code, CancellationToken.None)).Value!.Start);
        Assert.DoesNotContain(await bench.FreeAsync(Bench.Notary, MeetingWay.Video), slot => slot.Start == slots[0].Start);
        Assert.Equal("slot.service", (await bench.Own.RescheduleAsync(booked.Id, booked.Code, (await bench.FreeAsync())[0].Id, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_appointment_moves_by_half_its_length_on_the_only_room(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync(Bench.Notary);
        var booked = (await bench.BookAsync(slots[0])).Value!;
        Assert.Equal(slots[1].Start, (await bench.Own.RescheduleAsync(booked.Id, booked.Code, slots[1].Id, CancellationToken.None)).Value!.Start);
        Assert.Equal(6, await bench.CountAsync<OccupiedCell>());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Cancelling_frees_the_place_and_twice_is_once(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slot = (await bench.FreeAsync())[0];
        var booked = (await bench.BookAsync(slot)).Value!;
        Assert.Equal(AppointmentState.Cancelled, (await bench.Own.CancelAsync(booked.Id, booked.Code, "有事", CancellationToken.None)).Value!.State);
        Assert.Equal(AppointmentState.Cancelled, (await bench.Own.CancelAsync(booked.Id, booked.Code, null, CancellationToken.None)).Value!.State);
        Assert.Equal([AppointmentEventKind.Booked, AppointmentEventKind.Cancelled], bench.Heard.Events.Select(told => told.Kind));
        Assert.Equal(0, await bench.CountAsync<OccupiedCell>());
        var ics = (await bench.Own.IcsAsync(booked.Id, booked.Code, CancellationToken.None)).Value!;
        Assert.Contains("METHOD:CANCEL", ics, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", ics, StringComparison.Ordinal);
        Assert.Equal("appointment.over", (await bench.Own.RescheduleAsync(booked.Id, booked.Code, slot.Id, CancellationToken.None)).Failure?.Code);
        // The audit trail says who and when, not why.
        Assert.Equal(2, await bench.Host.Get<CaseworkStore>().ReadAsync(
            (context, token) => context.Set<AuditEntry>().CountAsync(entry => EF.Functions.Like(entry.Action, "appointment.%"), token), CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_has_begun_is_changed_by_the_staff_alone(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slot = (await bench.FreeAsync())[0];
        var (first, second) = ((await bench.BookAsync(slot, 1)).Value!, (await bench.BookAsync(slot, 2)).Value!);
        Assert.Equal("appointment.tooEarly", (await bench.Diary.MissedAsync(first.Id, Clerk, CancellationToken.None)).Failure?.Code);
        bench.Host.Time.SetUtcNow(Bench.At(9, 10));
        Assert.Equal("appointment.over", (await bench.Own.CancelAsync(first.Id, first.Code, null, CancellationToken.None)).Failure?.Code);
        Assert.Equal(AppointmentState.Missed, (await bench.Diary.MissedAsync(first.Id, Clerk, CancellationToken.None)).Value!.State);
        Assert.Equal(AppointmentState.Completed, (await bench.Diary.CompleteAsync(second.Id, Clerk, CancellationToken.None)).Value!.State);
        Assert.Equal("appointment.over", (await bench.Diary.CompleteAsync(first.Id, Clerk, CancellationToken.None)).Failure?.Code);
        // What is past stays theirs, the rest of the half hour is free.
        Assert.Equal(4, await bench.CountAsync<OccupiedCell>());
        var day = await bench.Seen.LinesAsync(Bench.Office, Bench.Tomorrow, Bench.Tomorrow, Clerk, CancellationToken.None);
        Assert.Equal("王小明、王小明", string.Join('、', day.Select(line => line.Name)));
        Assert.Equal("lawyer-1 lawyer-2", string.Join(' ', day.SelectMany(line => line.With).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_video_room_opens_near_the_time_and_moves_with_the_appointment(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync(Bench.Notary, MeetingWay.Video);
        var booked = (await bench.BookAsync(slots[0])).Value!;
        var early = await bench.Own.RoomAsync(booked.Id, booked.Code, CancellationToken.None);
        Assert.Equal(("room.notOpen", Bench.At(8, 45)), (early.Failure!.Code, early.Failure.Details["opensAt"]));
        bench.Host.Time.SetUtcNow(Bench.At(8, 45));
        var room = (await bench.Own.RoomAsync(booked.Id, booked.Code, CancellationToken.None)).Value!;
        Assert.Equal(room, (await bench.Diary.RoomAsync(booked.Id, CancellationToken.None)).Value);
        Assert.Matches("^https://video.example/room/[A-Za-z0-9_-]{43}$", room.Address.ToString());
        Assert.True((await bench.Own.RescheduleAsync(booked.Id, booked.Code, slots[2].Id, CancellationToken.None)).Succeeded);
        bench.Host.Time.SetUtcNow(Bench.At(10));
        Assert.NotEqual(room.Address, (await bench.Own.RoomAsync(booked.Id, booked.Code, CancellationToken.None)).Value!.Address);
        bench.Host.Time.SetUtcNow(Bench.At(10, 46));
        Assert.Equal("appointment.over", (await bench.Own.RoomAsync(booked.Id, booked.Code, CancellationToken.None)).Failure?.Code);
        var consultation = (await bench.BookAsync((await bench.FreeAsync(day: new(2026, 11, 27)))[0])).Value!;
        Assert.Equal("room.none", (await bench.Own.RoomAsync(consultation.Id, consultation.Code, CancellationToken.None)).Failure?.Code);
    }

    [Fact]
    public async Task The_calendar_file_is_one_that_calendars_read()
    {
        await using var bench = await Bench.StartAsync(StoreProvider.Sqlite);
        var booked = (await bench.BookAsync((await bench.FreeAsync())[0])).Value!;
        var calendar = Ical.Net.Calendar.Load(booked.Ics)!;
        var item = Assert.Single(calendar.Events);
        Assert.Equal((Bench.At(9).UtcDateTime, Bench.At(9, 30).UtcDateTime), (item.DtStart!.AsUtc, item.DtEnd!.AsUtc));
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20261126T090000", booked.Ics, StringComparison.Ordinal);
        Assert.Contains("TZID:Asia/Shanghai", booked.Ics, StringComparison.Ordinal);
        Assert.Contains("TRIGGER:-PT", booked.Ics, StringComparison.Ordinal);
        Assert.Equal($"{booked.Id:N}@legalservice", item.Uid);
        Assert.Equal("法律咨询预约（当面）", item.Summary);
        Assert.Contains("中心", item.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", booked.Ics, StringComparison.Ordinal);
        Assert.DoesNotContain(booked.Code, booked.Ics, StringComparison.Ordinal);
    }
}
