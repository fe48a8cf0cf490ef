using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LegalService.EndToEnd.Support;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>A citizen in the chat and a clerk at the desk, in one conversation.</summary>
[Collection(StaffTests.Name)]
public sealed class ConversationTests(StaffStage stage)
{
    private const string Wages = "老板拖欠工资不给怎么办";

    [Fact]
    public async Task A_citizen_who_wants_a_person_is_taken_answered_and_given_back()
    {
        using var citizen = await CitizenAsync();
        await citizen.SayAsync(Wages);
        await citizen.SayAsync("转人工");
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/conversations");
        await page.Browser.Locator("a.talk").Filter(new() { HasText = "等了" }).First.ClickAsync();
        await Expect(page.Browser.Locator(".said.citizen").Filter(new() { HasText = Wages })).ToBeVisibleAsync();
        await Expect(page.Browser.Locator(".said.bot .said-sources").First).ToContainTextAsync("《");
        await page.CheckAsync();
        await page.ShowAsync("conversation-waiting");

        await page.Button("接入").ClickAsync();
        await citizen.ExpectAsync("工作人员那日苏来了");
        await citizen.SayAsync("我在工地干活，没有合同");
        await Expect(page.Browser.Locator(".said.citizen").Filter(new() { HasText = "没有合同" })).ToBeVisibleAsync();
        await page.Browser.Locator(".talk-articles button").Filter(new() { HasText = "引用" }).First.ClickAsync();
        await page.Browser.GetByLabel("回复居民").FillAsync("您先把考勤和转账记录留好。");
        await page.CheckAsync();
        await page.ShowAsync("conversation-taken");
        await page.Button("发送").ClickAsync();
        await citizen.ExpectAsync("您先把考勤和转账记录留好");

        await page.Button("交回机器人").ClickAsync();
        await citizen.ExpectAsync("下面由我接着答");
        await citizen.SayAsync("谢谢");
        await citizen.ExpectAsync("不客气");
    }

    [Fact]
    public async Task One_clerk_has_a_conversation_and_who_may_not_see_it_does_not()
    {
        using var citizen = await CitizenAsync();
        await citizen.SayAsync("我要人工");
        using var clerk = await stage.ClientAsync(StaffStage.Clerk);
        var waiting = await clerk.GetFromJsonAsync<JsonElement>("/api/v1/staff/conversations");
        var id = waiting.EnumerateArray().Single(one => one.GetProperty("conversation").GetString() == citizen.Id).GetProperty("id").GetString();
        using var other = await stage.ClientAsync(StaffStage.OtherClerk);
        using var administrator = await stage.ClientAsync(StaffStage.Administrator);

        using var taken = await clerk.PostAsync($"/api/v1/staff/conversations/{id}/take", null);
        using var late = await other.PostAsync($"/api/v1/staff/conversations/{id}/take", null);
        using var outside = await other.PostAsJsonAsync($"/api/v1/staff/conversations/{id}/messages", new { text = "我来答" });
        using var forbidden = await administrator.GetAsync($"/api/v1/staff/conversations/{id}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Forbidden), (taken.StatusCode, late.StatusCode, outside.StatusCode, forbidden.StatusCode));
        await using var page = await stage.OpenAsync(StaffStage.Administrator, "/staff/conversations");
        await Expect(page.Heading).ToHaveTextAsync("您的角色不能打开这一页");
    }

    private async Task<ChatCitizen> CitizenAsync() => await ChatCitizen.StartAsync(stage.Address);

    /// <summary>A citizen on the page's own channel.</summary>
    private sealed class ChatCitizen : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private readonly HttpClient _http;

        private ChatCitizen(HttpClient http, string id) => (_http, Id) = (http, id);

        public string Id { get; }

        public static async Task<ChatCitizen> StartAsync(Uri address)
        {
            var http = new HttpClient { BaseAddress = address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Stage.Secret);
            using var started = await http.PostAsync("/v3/directline/conversations", null);
            return new ChatCitizen(http, (await StaffStage.ReadAsync(started)).GetProperty("conversationId").GetString()!);
        }

        public async Task SayAsync(string text)
        {
            using var said = await _http.PostAsJsonAsync($"/v3/directline/conversations/{Id}/activities", new { type = "message", text, from = new { id = "citizen" } });
            await StaffStage.ReadAsync(said);
        }

        /// <summary>Waits until somebody says it to the citizen.</summary>
        public async Task ExpectAsync(string words)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (true)
            {
                var said = await _http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{Id}/activities", patience.Token);
                if (said.GetProperty("activities").EnumerateArray().Any(one => Text(one).Contains(words, StringComparison.Ordinal)))
                    return;
                await Task.Delay(200, patience.Token);
            }
        }

        public void Dispose() => _http.Dispose();

        private static string Text(JsonElement activity) => activity.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";
    }
}
