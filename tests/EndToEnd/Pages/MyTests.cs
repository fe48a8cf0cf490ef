using LegalService.Contracts;
using LegalService.Support;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Pages;

[Collection(PagesTests.Name)]
public sealed class MyTests(PagesStage stage)
{
    [Theory]
    [InlineData(390, 21)]
    [InlineData(1280, 22)]
    public async Task The_owner_of_a_phone_signs_in_by_its_code_opens_his_matter_takes_it_back_and_rates_it(int width, int person)
    {
        var phone = $"139{person:00000000}";
        var sent = await stage.Api.SubmitAsync(
            new SubmissionRequest("legal-consultation", await Citizen.FillInAsync(stage.Api, "legal-consultation", person)), Guid.NewGuid().ToString());
        var slots = await stage.Api.SlotsAsync("legal-consultation");
        await stage.Api.BookAsync(new BookingRequest("巴特尔", phone, SlotId: slots[person].Id, RequestNumber: sent.Number), Guid.NewGuid().ToString());
        await using var view = await stage.OpenAsync("/my", width);
        await view.Field("手机号").FillAsync(phone);
        await view.Button("发验证码").ClickAsync();
        await view.CheckAsync("my-code");
        await view.Field("验证码").FillAsync(await stage.Phones.CodeAsync(phone));
        await view.Button("登录").ClickAsync();
        await Expect(view.Browser.GetByText(sent.Number)).ToBeVisibleAsync();
        await view.CheckAsync("my-matters");

        await view.Link("看详情").ClickAsync();
        await view.CheckAsync("my-closed");
        await view.Field("取件码或者身份证号").FillAsync(sent.Code);
        await view.Button("打开").ClickAsync();
        await Expect(view.Browser.GetByText("打开了，可以看全部内容。")).ToBeVisibleAsync();
        await view.CheckAsync("my-open");
        await view.Browser.Locator("a[href$='/data']").ClickAsync();
        await Expect(view.Browser.GetByText(phone)).ToBeVisibleAsync();
        await view.CheckAsync("my-data");
        await view.Link("返回").ClickAsync();
        await view.Browser.Locator("a[href$='/withdraw']").ClickAsync();
        await view.CheckAsync("my-withdraw");
        await view.Button("撤回").ClickAsync();
        await view.Browser.GetByLabel("不满意", new() { Exact = true }).CheckAsync();
        await view.Field("办得太慢").CheckAsync();
        await view.CheckAsync("my-rate");
        await view.Button("提交评价").ClickAsync();
        await Expect(view.Browser.GetByText("您的评价：不满意")).ToBeVisibleAsync();

        await view.Browser.GotoAsync("/my");
        await Expect(view.Browser.GetByText("取消了")).ToBeVisibleAsync();
        await view.Button("退出").ClickAsync();
        await Expect(view.Button("发验证码")).ToBeVisibleAsync();
    }
}
