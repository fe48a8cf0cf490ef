using System.Net;
using System.Text.Json;
using LegalService.Contracts;
using Refit;

namespace LegalService.Server.Tests.Casework;

public sealed class AppointmentTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private const string Service = "legal-consultation";

    private ILegalServiceApi Api => shared.Api;

    [Fact]
    public async Task A_citizen_holds_books_moves_and_cancels()
    {
        var slots = await Api.SlotsAsync(Service);
        var hold = await Api.HoldAsync(new HoldRequest(slots[0].Id));

        var booked = await Api.BookAsync(new BookingRequest("王小明", "13800000001", HoldId: hold.Id), CaseworkServer.NewKey());
        var moved = await Api.RescheduleAsync(booked.Id, new RescheduleRequest(booked.Code, slots[^1].Id));
        var cancelled = await Api.CancelAsync(booked.Id, new CancellationRequest(booked.Code));

        Assert.Equal((slots[0].Start, slots[0].Office, slots[0].Kind), (booked.Start, booked.Office, booked.Kind));
        Assert.Contains("BEGIN:VCALENDAR", booked.Ics, StringComparison.Ordinal);
        Assert.Equal((booked.Number, slots[^1].Start), (moved.Number, moved.Start));
        Assert.Equal("cancelled", cancelled.State);
    }

    [Fact]
    public async Task A_taken_slot_is_refused_with_the_next_free_ones()
    {
        var slot = (await Api.SlotsAsync(Service)).Last(each => each.Free == 1);
        await Api.BookAsync(new BookingRequest("王小明", "13800000002", SlotId: slot.Id), CaseworkServer.NewKey());

        var failure = await Assert.ThrowsAnyAsync<ApiException>(() =>
            Api.BookAsync(new BookingRequest("李小红", "13800000003", SlotId: slot.Id), CaseworkServer.NewKey()));

        Assert.Equal(HttpStatusCode.Conflict, failure.StatusCode);
        using var problem = JsonDocument.Parse(failure.Content!);
        Assert.Equal("slot.taken", problem.RootElement.GetProperty("code").GetString());
        var next = problem.RootElement.GetProperty("next").EnumerateArray().ToList();
        Assert.NotEmpty(next);
        Assert.All(next, each => Assert.True(each.GetProperty("free").GetInt32() > 0));
        Assert.All(next, each => Assert.NotEqual(slot.Id, each.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Only_the_code_opens_an_appointment()
    {
        var slot = (await Api.SlotsAsync(Service))[1];
        var booked = await Api.BookAsync(new BookingRequest("王小明", "13800000004", SlotId: slot.Id), CaseworkServer.NewKey());

        await Refused.WithAsync("appointment.notFound", HttpStatusCode.NotFound, () => Api.CancelAsync(booked.Id, new CancellationRequest("23456789")));
        await Refused.WithAsync("appointment.notFound", HttpStatusCode.NotFound, () => Api.CancelAsync("no-such-id", new CancellationRequest(booked.Code)));
        Assert.Equal("cancelled", (await Api.CancelAsync(booked.Id, new CancellationRequest(booked.Code))).State);
    }

    [Theory]
    [InlineData("2026-13-40", null)]
    [InlineData("tomorrow", null)]
    public async Task A_day_that_is_none_is_refused(string from, string? to)
    {
        using var response = await shared.Client.GetAsync($"/api/v1/slots?service={Service}&from={from}&to={to}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("day.invalid", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nearest_place_comes_first()
    {
        var places = await Api.PlacesAsync("43.5200,115.6200");

        Assert.Equal(places.Select(place => place.DistanceMetres).Order(), places.Select(place => place.DistanceMetres));
        Assert.All(places, place => Assert.True(place.Example));
    }
}
