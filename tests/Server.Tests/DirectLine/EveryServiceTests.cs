using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegalService.Casework.Audit;
using LegalService.Casework.Switches;
using LegalService.Contracts;
using LegalService.Server.Tests.Casework;
using LegalService.Server.Tests.Hosting;
using LegalService.Server.Tests.Pages;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.DirectLine;

/// <summary>Each service in the chat, from its name to the receipt; the same on its page is in <see cref="ServicePageTests"/>.</summary>
public sealed partial class EveryServiceTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private const int Person = 41;
    private const int MostMessages = 45;

    public static TheoryData<string> Services => ServicePageTests.Services;

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_service_is_told_of_or_filled_in_and_sent_in_the_chat(string id)
    {
        var service = (await shared.Api.ServicesAsync()).Single(each => each.Id == id);
        var (conversation, token) = await shared.Server.StartConversationAsync();
        var said = await SayAsync(conversation, token, $"我想办{service.Name}", before: 0);
        if (service.GuideOnly)
        {
            Assert.Contains(said[^1].Text("text"), character => character == '：');
            Assert.Contains((await shared.Api.ServiceAsync(id)).Guide.Fee, said[^1].Text("text"), StringComparison.Ordinal);
            return;
        }

        var asked = new HashSet<string>(StringComparer.Ordinal);
        var messages = 0;
        for (; Kind(said[^1]) is "question" or "review" && messages < MostMessages; messages++)
            said = await SayAsync(conversation, token, Kind(said[^1]) == "review" ? "提交" : Answer(said[^1], !asked.Add(Entity(said[^1])!.Value.Text("label"))), said.Count);

        Assert.True(said.Any(each => Kind(each) == "receipt"), $"{messages} messages, the last: {said[^1].Text("text")}");
        var receipt = said.Last(each => Kind(each) == "receipt").Text("text");
        var (number, code) = (Number().Match(receipt).Value, Code().Match(receipt).Value);
        Assert.Equal((id, "received"), await shared.Api.LookupAsync(new LookupRequest(number, code)) is { } seen ? (seen.Service, seen.State) : default);
    }

    [Fact]
    public async Task A_service_that_is_switched_off_is_begun_neither_in_the_chat_nor_on_its_page()
    {
        var switches = shared.Server.Services.GetRequiredService<SwitchBoard>();
        var name = SwitchNames.Service("law-lecture");
        await switches.SwitchOffAsync(name, "讲座这个月排满了，下个月再约。", Actor.System, CancellationToken.None);
        try
        {
            var (conversation, token) = await shared.Server.StartConversationAsync();
            var said = await SayAsync(conversation, token, "我想办法治讲座预约", before: 0);
            using var browser = new PlainBrowser(shared.Client.BaseAddress!);
            await browser.OpenAsync("/services/law-lecture");
            var apply = browser.Page.QuerySelector("a[href$='/apply']");
            await browser.OpenAsync("/services/law-lecture/apply");

            Assert.Equal("讲座这个月排满了，下个月再约。", said[^1].Text("text"));
            Assert.Null(apply);
            Assert.Equal((System.Net.HttpStatusCode.ServiceUnavailable, "讲座这个月排满了，下个月再约。"), (browser.Response.StatusCode, Assert.Single(browser.Faults)));
        }
        finally
        {
            await switches.SwitchOnAsync(name, Actor.System, CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> SayAsync(string conversation, string token, string text, int before)
    {
        using var sent = await shared.Server.SayAsync(conversation, token, text);
        // What was said is among the activities too.
        return await Eventually.ReadAsync(
            () => shared.Server.ReadActivitiesAsync(conversation, token), said => said.Count > before + 1 && said[^1].GetProperty("from").Text("id") != said[before].GetProperty("from").Text("id"));
    }

    private static string Answer(JsonElement question, bool again)
    {
        var entity = Entity(question)!.Value;
        var buttons = question.TryGetProperty("suggestedActions", out var suggested) ? suggested.List("actions").Select(action => action.Text("value")).ToList() : [];
        if (buttons.Contains("跳过"))
            return "跳过";
        return entity.Text("input") switch
        {
            "choice" => buttons[0],
            "choices" => entity.List("options")[0].GetString()!,
            "yesNo" => again ? "是" : "否",
            "date" => again ? TimeProvider.System.GetUtcNow().AddDays(14).ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : "2026年6月1日",
            "money" => "3500",
            "number" => "3",
            "phone" => $"139{Person:00000000}",
            "idNumber" => Citizen.IdNumber(Person),
            "name" => "巴特尔",
            "address" => "内蒙古自治区示例市示例县示例镇示例嘎查一组",
            _ => "老板欠我三个月工资不给，我想把钱要回来。",
        };
    }

    [GeneratedRegex("R[0-9]{6}-[0-9]{6}-[0-9A-Z]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("(?<=取件码[：:])[0-9A-Z]{8}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();

    private static string? Kind(JsonElement activity) => Entity(activity) is { } entity ? entity.Text("kind") : null;

    private static JsonElement? Entity(JsonElement activity) => activity.TryGetProperty("entities", out var entities)
        ? entities.EnumerateArray().Select(each => (JsonElement?)each).FirstOrDefault(each => each!.Value.Text("type") == "legalService/dialog")
        : null;
}
