using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LegalService.Server.Tests.Pages;

/// <summary>A browser without JavaScript: it opens pages, fills in what stands there, presses buttons, and keeps cookies.</summary>
internal sealed class PlainBrowser : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, (string Name, byte[] Content)> _files = new(StringComparer.Ordinal);

    public PlainBrowser(Uri server)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = server };
    }

    public CookieContainer Cookies { get; }

    /// <summary>The page that is open.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>How it was answered.</summary>
    public HttpResponseMessage Response { get; private set; } = null!;

    /// <summary>The heading of the page.</summary>
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>All that stands in it.</summary>
    public string Text => Page.QuerySelector("main")!.TextContent;

    /// <summary>What it says is wrong.</summary>
    public IEnumerable<string> Faults => Page.QuerySelectorAll(".fault").Select(fault => fault.TextContent.Trim());

    public async Task OpenAsync(string address) => await ShowAsync(await _client.GetAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Writes into a control, chooses its option, or ticks its box.</summary>
    public void Set(string name, string value)
    {
        var controls = Page.QuerySelectorAll($"[name='{name}']");
        Assert.NotEmpty(controls);
        foreach (var control in controls)
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    box.IsChecked = box.Value == value;
                    break;
                case IHtmlInputElement input:
                    input.Value = value;
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = value;
                    break;
            }
        }
    }

    /// <summary>Chooses a file.</summary>
    public void Attach(string name, string file, byte[] content) => _files[name] = (file, content);

    /// <summary>Presses a button of a form.</summary>
    /// <param name="go">The button's value; null: the first one.</param>
    /// <param name="action">How the form's address ends; "" for the first form that has such a button.</param>
    public async Task PressAsync(string? go = null, string action = "")
    {
        var button = Page.QuerySelectorAll("main form button[type=submit]").Cast<IHtmlButtonElement>()
            .First(each => (go is null || each.Value == go) && each.Form!.Action.EndsWith(action, StringComparison.Ordinal));
        var form = button.Form!;
        var pairs = Pairs(form).ToList();
        if (!string.IsNullOrEmpty(button.Name))
            pairs.Add(new(button.Name, button.Value ?? ""));
        using var content = form.Enctype == "multipart/form-data" ? Parts(pairs) : (HttpContent)new FormUrlEncodedContent(pairs);
        await ShowAsync(await _client.PostAsync(new Uri(new Uri(form.Action).PathAndQuery, UriKind.Relative), content));
    }

    /// <summary>Goes back to a page that was open, and presses its button once more.</summary>
    public Task PressAgainAsync(IHtmlDocument page, string go)
    {
        Page = page;
        return PressAsync(go);
    }

    /// <summary>Answers every question of the page sensibly; what it refused is answered in another way.</summary>
    public void FillIn(int person)
    {
        foreach (var question in Page.QuerySelectorAll(".ask-form .question"))
        {
            var isRefused = question.QuerySelector(".fault") is not null;
            if (isRefused && question.QuerySelector("[name^='u.']") is IHtmlInputElement unknown)
                unknown.IsChecked = true;
            var inputs = question.QuerySelectorAll("input").Cast<IHtmlInputElement>().ToList();
            var radios = inputs.Where(input => input.Type == "radio").ToList();
            if (radios.Count > 0)
            {
                var chosen = isRefused ? radios[0] : radios.Find(radio => radio.Value == "no") ?? radios[0];
                radios.ForEach(radio => radio.IsChecked = radio == chosen);
            }
            else if (question.QuerySelector(".options-list input[type=checkbox]") is IHtmlInputElement box)
                box.IsChecked = true;
            foreach (var input in inputs.Where(input => input.Type is "text" or "tel" or "date" && (input.Value.Length == 0 || isRefused)))
                input.Value = Answer(input, person, isRefused);
            if (question.QuerySelector("textarea") is IHtmlTextAreaElement { Value.Length: 0 } area)
                area.Value = "老板欠我三个月工资不给，我想问怎么办。";
        }
    }

    /// <summary>Fills in a form page by page until it stands at its end.</summary>
    public async Task FillInAllAsync(int person)
    {
        for (var pages = 0; pages < 40 && Page.QuerySelector("button[value=next]") is not null; pages++)
        {
            FillIn(person);
            await PressAsync("next");
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Answer(IHtmlInputElement input, int person, bool again) => (input.Type, input.Name!) switch
    {
        ("date", _) => again ? TimeProvider.System.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "2026-06-01",
        ("tel", _) => $"139{person:00000000}",
        (_, _) when input.GetAttribute("inputmode") == "decimal" => input.ParentElement!.TextContent.Contains('元', StringComparison.Ordinal) ? "3500" : "3",
        (_, var name) when name.EndsWith(".province", StringComparison.Ordinal) => "内蒙古自治区",
        (_, var name) when name.EndsWith("Number", StringComparison.Ordinal) => Support.Citizen.IdNumber(person),
        _ => "示例",
    };

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IHtmlFormElement form) =>
        from element in form.Elements
        let pair = element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } or IHtmlButtonElement => ((string?, string)?)null,
            IHtmlInputElement input => (input.Name, input.Value),
            IHtmlTextAreaElement area => (area.Name, area.Value),
            _ => null,
        }
        where pair?.Item1 is { Length: > 0 }
        select KeyValuePair.Create(pair.Value.Item1!, pair.Value.Item2);

    private MultipartFormDataContent Parts(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in pairs)
            parts.Add(new StringContent(value), name);
        foreach (var (name, file) in _files)
            parts.Add(new ByteArrayContent(file.Content), name, file.Name);
        _files.Clear();
        return parts;
    }

    private async Task ShowAsync(HttpResponseMessage response)
    {
        Response = response;
        Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        Page.Location.Href = response.RequestMessage!.RequestUri!.ToString();
    }
}
