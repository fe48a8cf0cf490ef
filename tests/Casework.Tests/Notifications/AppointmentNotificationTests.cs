using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Following;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Appointments;

namespace LegalService.Casework.Tests.Notifications;

public sealed class AppointmentNotificationTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_booked_appointment_is_confirmed_and_reminded_of_and_its_reminders_move_and_vanish_with_it(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var slots = await bench.FreeAsync();
        var booked = (await bench.BookAsync(slots[1])).Value!;
        var subject = $"appointment/{booked.Number}";

        Assert.Equal(
            [
                (NotificationKinds.AppointmentBooked, bench.Host.Time.GetUtcNow()),
                (NotificationKinds.AppointmentDayBefore, slots[1].Start.AddDays(-1)),
                (NotificationKinds.AppointmentHoursBefore, slots[1].Start.AddHours(-2)),
            ],
            await PendingAsync(bench, subject));

        await bench.Own.RescheduleAsync(booked.Id, booked.Code, slots[2].Id, CancellationToken.None);
        await bench.Own.RescheduleAsync(booked.Id, booked.Code, slots[1].Id, CancellationToken.None);
        await bench.Own.RescheduleAsync(booked.Id, booked.Code, slots[3].Id, CancellationToken.None);
        Assert.Equal(
            [
                (NotificationKinds.AppointmentChanged, bench.Host.Time.GetUtcNow()),
                (NotificationKinds.AppointmentDayBefore, slots[3].Start.AddDays(-1)),
                (NotificationKinds.AppointmentHoursBefore, slots[3].Start.AddHours(-2)),
            ],
            await PendingAsync(bench, subject));

        await bench.Own.CancelAsync(booked.Id, booked.Code, null, CancellationToken.None);
        Assert.Equal([(NotificationKinds.AppointmentCancelled, bench.Host.Time.GetUtcNow())], await PendingAsync(bench, subject));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_wanted_no_messages_gets_none_and_is_not_called(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var booked = (await bench.BookAsync((await bench.FreeAsync())[0])).Value!;
        await bench.Own.CancelAsync(booked.Id, booked.Code, null, CancellationToken.None);

        await bench.Host.DispatchAsync();

        var rows = await bench.Host.ListAsync($"appointment/{booked.Number}");
        Assert.Equal("consent.none", rows.Single(row => row.Kind == NotificationKinds.AppointmentCancelled).Reason);
        Assert.Empty(await bench.Host.Get<NotificationDesk>().ToCallAsync(10, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Somebody_on_the_waiting_list_is_told_of_the_place_as_long_as_it_is_kept(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(seats: 1));
        var booked = (await bench.BookAsync((await bench.FreeAsync(Bench.Lecture))[0])).Value!;
        var waiting = (await bench.Waiting.JoinAsync(
            new(Bench.Lecture, Bench.Tomorrow, Bench.Tomorrow, "李四", Bench.Phone(2)), Guid.NewGuid().ToString(), CancellationToken.None)).Value!;
        await bench.Own.CancelAsync(booked.Id, booked.Code, null, CancellationToken.None);

        var offer = Assert.Single(await bench.Host.ListAsync($"waiting/{waiting.Id:N}"));
        Assert.Equal((NotificationKinds.WaitingOffer, NotificationState.Pending), (offer.Kind, offer.State));
        bench.Host.Time.Advance(TimeSpan.FromHours(12));
        await bench.Host.DispatchAsync();
        Assert.Equal("time.over", Assert.Single(await bench.Host.ListAsync($"waiting/{waiting.Id:N}")).Reason);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_number_that_is_called_is_told_to_the_conversation_that_took_it(StoreProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider, places: Bench.County(share: "1", hours: "[09:00-17:00]"));
        var ticket = (await bench.WalkIns.TakeAsync(Bench.Office, Bench.Consultation, Bench.Phone(1), CancellationToken.None)).Value!;
        await bench.Host.Get<ChannelLinks>().FollowAsync($"ticket/{ticket.Id:N}", "wechat", "openid-1", CancellationToken.None);

        var called = await bench.WalkIns.CallNextAsync(Bench.Office, null, Casework.Audit.Actor.Staff("li"), CancellationToken.None);

        Assert.True(called.Succeeded, called.Failure?.Code);
        var row = Assert.Single(await bench.Host.ListAsync($"ticket/{ticket.Id:N}"));
        Assert.Equal(NotificationKinds.QueueTurn, row.Kind);
    }

    private static async Task<IEnumerable<(string Kind, DateTimeOffset Due)>> PendingAsync(Bench bench, string subject) =>
        (await bench.Host.ListAsync(subject)).Where(row => row.State == NotificationState.Pending).Select(row => (row.Kind, row.DueAt)).Order();
}
