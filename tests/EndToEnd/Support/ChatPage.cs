using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Support;

/// <summary>The chat page as a citizen handles it.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentQueue<Uri> requested = new();
    private readonly ConcurrentQueue<string> errors = new();

    private ChatPage(IPage browser)
    {
        Browser = browser;
        browser.Request += (_, request) => Note(request);
        browser.PageError += (_, error) => errors.Enqueue(error);
        browser.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Enqueue(message.Text);
        };
    }

    /// <summary>The page in the browser.</summary>
    public IPage Browser { get; }

    /// <summary>Bodies of the questions that were sent.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    /// <summary>Every address that was asked for.</summary>
    public IReadOnlyCollection<Uri> Requested => requested;

    /// <summary>What the browser's console reported as errors.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    public ILocator Question => Browser.GetByRole(AriaRole.Textbox, new() { Name = "写下您要问的事" });

    public ILocator Send => Button("发送");

    public ILocator Answers => Browser.Locator(".answer");

    public ILocator LastAnswer => Answers.Last;

    /// <summary>The last answer's cards of articles.</summary>
    public ILocator Citations => LastAnswer.Locator(".card");

    /// <summary>The article that is open.</summary>
    public ILocator Article => Browser.GetByRole(AriaRole.Article);

    public ILocator Suggestions => Browser.Locator("#suggestions button");

    public static async Task<ChatPage> OpenAsync(IPage browser, string path)
    {
        var page = new ChatPage(browser);
        await browser.GotoAsync(path);
        if (path.StartsWith("/articles", StringComparison.Ordinal))
            await Expect(page.Article).ToBeVisibleAsync();
        else
            await Expect(page.Suggestions.First).ToBeVisibleAsync();
        return page;
    }

    public ILocator Button(string name) => Browser.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Writes a question and presses the send button.</summary>
    public async Task SendAsync(string question)
    {
        await Question.FillAsync(question);
        await Send.ClickAsync();
    }

    /// <summary>Asks and waits for the answer.</summary>
    public async Task AskAsync(string question)
    {
        var before = await Answers.CountAsync();
        await SendAsync(question);
        await Expect(Answers).ToHaveCountAsync(before + 1);
    }

    /// <summary>Address of what is said.</summary>
    public const string Activities = "**/v3/directline/conversations/*/activities*";

    /// <summary>Lets the server refuse every question with this.</summary>
    public Task RefuseWithAsync(RouteFulfillOptions response) => Browser.RouteAsync(
        Activities, route => route.Request.Method == "POST" ? route.FulfillAsync(response) : route.ContinueAsync());

    /// <summary>Lets the bot answer every question with this.</summary>
    public Task AnswerWithAsync(object activity) => Browser.RouteAsync(
        Activities,
        route => route.FulfillAsync(new RouteFulfillOptions { Json = route.Request.Method == "POST" ? new { id = Replies.Asked } : new { activities = new[] { activity }, watermark = "9" } }));

    public async ValueTask DisposeAsync() => await Browser.Context.DisposeAsync();

    private void Note(IRequest request)
    {
        requested.Enqueue(new Uri(request.Url));
        if (request.Method == "POST" && request.Url.EndsWith("/activities", StringComparison.Ordinal) && request.PostData is { } body)
            asked.Enqueue(body);
    }
}
