using System.Net;
using LegalService.Casework.Documents;
using LegalService.Contracts;
using LegalService.Server.Tests.Casework;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.Pages;

public sealed class ServicePageTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, .. new byte[64]];

    public static TheoryData<string> Services =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", "services"), "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Calculators =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", "calculators"), "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(name => name != "values").Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Documents =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", "forms"), "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(name => name != "settings").Order(StringComparer.Ordinal),
    ];

    private PlainBrowser NewBrowser() => new(shared.Client.BaseAddress!);

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_service_is_read_about_filled_in_and_sent_without_JavaScript(string service)
    {
        using var browser = NewBrowser();
        await browser.OpenAsync($"/services/{service}");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        var isGuide = (await shared.Api.ServicesAsync()).Single(each => each.Id == service).GuideOnly;
        Assert.Equal(isGuide, browser.Page.QuerySelector($"main a[href='/services/{service}/apply']") is null);
        await browser.OpenAsync($"/services/{service}/apply");
        if (isGuide)
        {
            Assert.Equal(HttpStatusCode.Conflict, browser.Response.StatusCode);
            return;
        }

        await browser.FillInAllAsync(person: 7);
        Assert.True(browser.Page.QuerySelector("button[value=send]") is not null, $"{browser.Heading}: {string.Join("；", browser.Faults)}");
        await browser.PressAsync("send");

        var slip = browser.Page.QuerySelectorAll(".slip dd").Select(each => each.TextContent).ToList();
        Assert.Equal("received", (await shared.Api.LookupAsync(new LookupRequest(slip[0], slip[1]))).State);
        Assert.StartsWith("data:image/svg+xml", browser.Page.QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calculators))]
    public async Task Every_calculator_shows_its_result_with_steps_and_articles(string calculator)
    {
        using var browser = NewBrowser();
        await browser.OpenAsync($"/calculators/{calculator}");

        await browser.FillInAllAsync(person: 1);

        Assert.True(browser.Page.QuerySelector(".working li") is not null, $"{browser.Heading}: {string.Join("；", browser.Faults)}");
        Assert.NotEmpty(browser.Page.QuerySelectorAll(".working .basis a[href^='/articles/']"));
        await browser.PressAsync();
        Assert.NotNull(browser.Page.QuerySelector("button[value=next]"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_document_is_written_with_blanks_for_what_is_missing_and_saved(string document)
    {
        using var browser = NewBrowser();
        await browser.OpenAsync($"/documents/{document}");
        await browser.PressAsync("finish");
        Assert.Contains("＿＿＿", browser.Page.QuerySelector(".letter-text")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync(browser.Page.QuerySelector("button[value^='page:']")!.GetAttribute("value"));
        await browser.FillInAllAsync(person: 3);
        Assert.True(browser.Page.QuerySelector(".letter-text") is not null, $"{browser.Heading}: {string.Join("；", browser.Faults)}");

        await browser.PressAsync("file");

        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", browser.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_document_goes_to_a_clerk_with_what_is_asked_besides()
    {
        using var browser = NewBrowser();
        await browser.OpenAsync("/documents/iou");
        await browser.FillInAllAsync(person: 4);

        await browser.PressAsync("review");
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)browser.Page.QuerySelector("[name='a.kind'][value='agreement']")!).IsChecked);
        await browser.FillInAllAsync(person: 4);
        await browser.PressAsync("send");

        var number = browser.Page.QuerySelector(".slip dd")!.TextContent;
        Assert.Equal("借条", (await shared.Server.Services.GetRequiredService<DocumentDesk>().FindAsync(number, CancellationToken.None))?.Name);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var browser = NewBrowser();
        await browser.OpenAsync("/services/legal-consultation/apply");
        browser.FillIn(1);
        browser.Set("a.question", "<script>alert(1)</script>&\"'");
        browser.Set("a.hasLimit", "yes");

        await browser.PressAsync("next");

        Assert.NotNull(browser.Page.QuerySelector("[name='a.limitDate']"));
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));
        browser.Set("a.limitDate", "前天或者大前天");
        await browser.PressAsync("next");
        Assert.Equal("前天或者大前天", browser.Page.QuerySelector("[name='a.limitDate']")!.GetAttribute("value"));
        Assert.Equal("true", browser.Page.QuerySelector("[name='a.limitDate']")!.GetAttribute("aria-invalid"));
        Assert.Equal("<script>alert(1)</script>&\"'", browser.Page.QuerySelector("[name='a.question']")!.TextContent);
        Assert.Equal("#q-limitDate", browser.Page.QuerySelector("#faults a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Going_back_keeps_what_was_typed_and_complains_of_nothing()
    {
        using var browser = NewBrowser();
        await browser.OpenAsync("/services/legal-consultation/apply");
        browser.FillIn(1);
        await browser.PressAsync("next");
        browser.Set("a.name", "巴特尔");

        await browser.PressAsync("back");
        Assert.Empty(browser.Faults);
        await browser.PressAsync("next");

        Assert.Equal("巴特尔", browser.Page.QuerySelector("[name='a.name']")!.GetAttribute("value"));
        Assert.Empty(browser.Faults);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_request()
    {
        using var browser = NewBrowser();
        await browser.OpenAsync("/services/legal-consultation/apply");
        await browser.FillInAllAsync(person: 8);
        var review = browser.Page;
        await browser.PressAsync("send");
        var first = browser.Page.QuerySelector(".slip dd")!.TextContent;

        await browser.PressAgainAsync(review, "send");

        Assert.Equal(first, browser.Page.QuerySelector(".slip dd")!.TextContent);
    }

    [Fact]
    public async Task A_picture_is_sent_with_the_form_and_what_is_none_is_refused_in_its_place()
    {
        using var browser = NewBrowser();
        await browser.OpenAsync("/services/legal-consultation/apply");
        browser.FillIn(9);
        browser.Attach("a.papers", "欠条.png", "no picture at all"u8.ToArray());
        await browser.PressAsync("next");
        Assert.Contains(browser.Faults, fault => fault.StartsWith("这种文件不能收", StringComparison.Ordinal));

        browser.Attach("a.papers", "欠条.png", Picture);
        await browser.PressAsync("next");
        await browser.FillInAllAsync(person: 9);
        await browser.PressAsync("send");

        var slip = browser.Page.QuerySelectorAll(".slip dd").Select(each => each.TextContent).ToList();
        Assert.Equal("欠条.png", Assert.Single((await shared.Api.LookupAsync(new LookupRequest(slip[0], slip[1]))).Attachments).Name);
    }

    [Fact]
    public async Task Put_aside_it_is_taken_up_again_elsewhere_and_gone_once_it_was_sent()
    {
        using var browser = NewBrowser();
        await browser.OpenAsync("/services/legal-consultation/apply");
        browser.FillIn(10);
        await browser.PressAsync("next");
        await browser.PressAsync("aside");
        var slip = browser.Page.QuerySelectorAll(".slip dd").Select(each => each.TextContent).ToList();

        using var elsewhere = NewBrowser();
        await elsewhere.OpenAsync("/drafts");
        elsewhere.Set("number", slip[0]);
        elsewhere.Set("code", "AAAAAAAA");
        await elsewhere.PressAsync();
        Assert.Single(elsewhere.Faults);
        elsewhere.Set("code", slip[1]);
        await elsewhere.PressAsync();
        Assert.Equal("怎么联系您", elsewhere.Heading);
        await elsewhere.FillInAllAsync(person: 10);
        await elsewhere.PressAsync("send");

        Assert.Equal("提交成功", elsewhere.Heading);
        await browser.PressAsync();
        Assert.Single(browser.Faults);
    }

    [Fact]
    public async Task A_time_is_booked_from_the_receipt()
    {
        using var browser = NewBrowser();
        await browser.OpenAsync("/services/legal-consultation/apply");
        await browser.FillInAllAsync(person: 11);
        await browser.PressAsync("send");
        await browser.PressAsync("open");
        Assert.Equal("13900000011", browser.Page.QuerySelector("[name=phone]")!.GetAttribute("value"));
        await browser.PressAsync("book");
        Assert.Single(browser.Faults);

        await browser.PressAsync(browser.Page.QuerySelectorAll("button[value^='day:']")[1].GetAttribute("value"));
        browser.Set("slot", browser.Page.QuerySelector("[name=slot]")!.GetAttribute("value")!);
        await browser.PressAsync("book");

        Assert.Equal("约好了", browser.Heading);
        Assert.StartsWith("A", browser.Page.QuerySelector(".slip dd")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/services/nothing")]
    [InlineData("/services/nothing/apply")]
    [InlineData("/services/id-card/book")]
    [InlineData("/calculators/nothing")]
    public async Task What_there_is_not_is_said_on_a_page(string address)
    {
        using var browser = NewBrowser();
        await browser.OpenAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, "没有这一页"), (browser.Response.StatusCode, browser.Heading));
    }

    [Fact]
    public async Task What_another_site_sends_is_refused_and_no_page_is_kept_by_a_browser()
    {
        using var browser = NewBrowser();
        await browser.OpenAsync("/services");
        Assert.True(browser.Response.Headers.CacheControl!.NoStore);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/services/legal-consultation/apply") { Content = new FormUrlEncodedContent([]) };
        foreign.Headers.Add("Origin", "https://elsewhere.example");

        using var client = new HttpClient { BaseAddress = shared.Client.BaseAddress };
        using var response = await client.SendAsync(foreign);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("answers=%7B%22matter%22%3A")]
    [InlineData("answers=%5B1%2C2%5D&page=matter&go=next")]
    [InlineData("go=send&answers=%7B%7D")]
    [InlineData("go=page%3Anothing&page=nothing")]
    public async Task What_no_form_of_ours_sends_begins_anew_or_is_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await shared.Client.PostAsync(new Uri("/services/legal-consultation/apply", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("想问什么", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
