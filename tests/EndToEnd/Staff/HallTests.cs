using LegalService.Casework.Staff;
using LegalService.Contracts;
using LegalService.EndToEnd.Support;
using Refit;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>A hall with people in it: an office that never closes, so that the test does not mind the hour.</summary>
[Collection(StaffTests.Name)]
public sealed class HallTests(StaffStage stage)
{
    private const string Office = """
        county: 不夜县
        offices:
          - id: night
            name: 不夜县公共法律服务中心
            level: county
            latitude: 43.52
            longitude: 115.62
            address: 中心路1号
            phone: 0000-0000001
            hours:
              always: true
            hoursText: [全天 24 小时]
            services: [legal-consultation, legal-aid]
            accessible: true
            languages: [zh]
            resources:
              - { id: lawyer-1, pool: lawyer, name: 值班律师一号 }
              - { id: lawyer-2, pool: lawyer, name: 值班律师二号 }
              - { id: room-1, pool: room, name: 一号接待室 }
              - { id: room-2, pool: room, name: 二号接待室 }
            diaries:
              - kind: legal-consultation
                ways: [inPerson]
                needs: [lawyer, room]
                slotMinutes: 15
                bufferMinutes: 0
                noticeMinutes: 60
                daysAhead: 14
                walkInShare: 0.9
        """;

    [Fact]
    public async Task People_take_numbers_and_the_screen_in_the_hall_calls_them_in_turn()
    {
        var places = Directory.CreateTempSubdirectory("legal-e2e-places-");
        await File.WriteAllTextAsync(Path.Combine(places.FullName, "night.yaml"), Office);
        await using var server = await ServerProcess.StartAsync("--Corpus:PlacesFolder", places.FullName, "--RateLimits:SignInsPerMinute", "1000");
        places.Delete(recursive: true);
        await StaffStage.HireAsync(server, new Dictionary<string, StaffProfile>(StringComparer.Ordinal) { ["ye"] = new("叶青", [StaffRoles.Clerk]) { Office = "night" } });
        var citizens = RestService.For<ILegalServiceApi>(server.Address.ToString().TrimEnd('/'));
        var first = await citizens.TakeNumberAsync(new QueueRequest("night", "legal-consultation"));
        var second = await citizens.TakeNumberAsync(new QueueRequest("night", "legal-consultation"));

        await using var screen = await stage.OpenAsync(server.Address, "ye", "/staff/queue/screen/night");
        await Expect(screen.Text(first.Number)).ToBeVisibleAsync();
        await Expect(screen.Text(second.Number)).ToBeVisibleAsync();
        await using var desk = await stage.OpenAsync(server.Address, "ye", "/staff/queue");
        await desk.Button("叫下一位").ClickAsync();
        await Expect(screen.Browser.Locator(".screen-now")).ToContainTextAsync(first.Number);
        await Expect(screen.Browser.Locator(".screen-now")).ToContainTextAsync("接待室");
        await Expect(screen.Browser.Locator(".screen-next")).ToContainTextAsync(second.Number);
        await screen.ShowAsync("queue-screen-called");
        await screen.CheckAsync();
        await desk.ShowAsync("queue-called");
        await desk.CheckAsync();

        await desk.Button("办完了").ClickAsync();
        await Expect(screen.Text("请稍等")).ToBeVisibleAsync();
        await desk.Button("叫下一位").ClickAsync();
        await Expect(screen.Browser.Locator(".screen-now")).ToContainTextAsync(second.Number);
        await desk.Button("没来").ClickAsync();
        await Expect(screen.Text("请稍等")).ToBeVisibleAsync();
    }
}
