using System.Net;
using System.Net.Http.Json;
using LegalService.Kiosk.Sessions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Kiosk.Tests.Devices.Events;

public sealed class DeviceEventTests : IAsyncLifetime, IDisposable
{
    private readonly WebApplicationFactory<Program> _kiosk = new();
    private AsyncServiceScope _screen;
    private KioskSession _session = null!;

    [Theory]
    [InlineData("door", EndReason.Door)]
    [InlineData("power", EndReason.Power)]
    public async Task An_opened_door_and_a_power_cut_end_the_session(string happened, object reason)
    {
        using var answer = await PostAsync(happened);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal((EndReason)reason, _session.Ended);
    }

    [Fact]
    public async Task An_event_that_nobody_knows_ends_nothing()
    {
        using var answer = await PostAsync("earthquake");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(_session.Ended);
    }

    [Fact]
    public async Task A_page_can_not_say_that_the_door_was_opened()
    {
        using var client = _kiosk.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        using var answer = await client.PostAsJsonAsync("/device-events", new { Event = "door" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(_session.Ended);
    }

    public Task InitializeAsync()
    {
        _screen = _kiosk.Services.CreateAsyncScope();
        _session = _screen.ServiceProvider.GetRequiredService<KioskSession>();
        _session.Begin();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    public void Dispose() => _kiosk.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string happened)
    {
        using var client = _kiosk.CreateClient();
        return await client.PostAsJsonAsync("/device-events", new { Event = happened });
    }
}
