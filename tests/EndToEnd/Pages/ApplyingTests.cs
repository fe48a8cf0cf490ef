using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Pages;

[Collection(PagesTests.Name)]
public sealed class ApplyingTests(PagesStage stage)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_citizen_reads_the_guide_fills_in_sends_and_books(int width)
    {
        await using var view = await stage.OpenAsync("/services", width);
        await view.CheckAsync("services");
        await view.Browser.Locator("a[href='/services/legal-consultation']").ClickAsync();
        await view.CheckAsync("guide");
        await view.Link("开始填写").First.ClickAsync();
        await view.Button("下一步").ClickAsync();
        await Expect(view.Browser.Locator("#faults")).ToBeFocusedAsync();
        await view.CheckAsync("faults");
        await view.AskAboutWagesAsync();
        await view.Button("下一步").ClickAsync();
        await Expect(view.Heading).ToHaveTextAsync("怎么联系您");
        await view.LeaveContactAsync("13911110001");
        await view.Button("下一步").ClickAsync();
        await Expect(view.Heading).ToHaveTextAsync("看一遍，没错就提交");
        await view.CheckAsync("review");
        await view.Button("提交").ClickAsync();
        await Expect(view.Heading).ToHaveTextAsync("提交成功");
        await view.CheckAsync("receipt");
        await view.Button("预约时间").ClickAsync();
        await Expect(view.Field("姓名")).ToHaveValueAsync("巴特尔");
        await view.CheckAsync("book");
        await view.Browser.Locator("[name=slot]").First.CheckAsync();
        await view.Button("就约这个时间").ClickAsync();
        await Expect(view.Heading).ToHaveTextAsync("约好了");
        await view.CheckAsync("booked");
    }

    [Fact]
    public async Task Without_JavaScript_the_same_is_done()
    {
        await using var view = await stage.OpenAsync("/services/legal-consultation/apply", scripts: false);
        await view.AskAboutWagesAsync();
        await view.Button("下一步").ClickAsync();
        await view.LeaveContactAsync("13911110002");
        await view.Button("下一步").ClickAsync();
        await view.Button("提交").ClickAsync();

        await Expect(view.Heading).ToHaveTextAsync("提交成功");
    }

    [Fact]
    public async Task The_browsers_own_back_button_goes_one_page_back_and_loses_nothing()
    {
        await using var view = await stage.OpenAsync("/services/legal-consultation/apply");
        await view.AskAboutWagesAsync();
        await view.Button("下一步").ClickAsync();
        await Expect(view.Heading).ToHaveTextAsync("怎么联系您");
        await view.Field("怎么称呼您").FillAsync("巴特尔");

        await view.Browser.GoBackAsync();
        await Expect(view.Heading).ToHaveTextAsync("想问什么");
        await Expect(view.Field("把想问的说一说")).ToHaveValueAsync("老板欠我三个月工资不给，我想问怎么办。");
        await view.Browser.GoForwardAsync();

        await Expect(view.Heading).ToHaveTextAsync("怎么联系您");
        await Expect(view.Field("怎么称呼您")).ToHaveValueAsync("巴特尔");
    }

    [Theory]
    [InlineData("/calculators")]
    [InlineData("/calculators/court-fee")]
    [InlineData("/documents")]
    [InlineData("/documents/iou")]
    [InlineData("/places")]
    [InlineData("/drafts")]
    [InlineData("/my")]
    [InlineData("/services/id-card")]
    public async Task Every_page_can_be_read_by_everybody(string path)
    {
        await using var view = await stage.OpenAsync(path);

        await Expect(view.Heading).ToBeVisibleAsync();
        await view.CheckAsync(path.Trim('/').Replace('/', '-'));
    }
}
