using System.Net;
using LegalService.Contracts;
using LegalService.Server.Tests.Casework;

namespace LegalService.Server.Tests.Pages;

public sealed class MyTests(MyServer shared) : IClassFixture<MyServer>
{
    private ILegalServiceApi Api => shared.Api;

    [Fact]
    public async Task The_owner_of_a_phone_signs_in_sees_his_request_adds_to_it_and_signs_out()
    {
        var (request, phone) = await shared.SubmitAsync();
        using var browser = await shared.BrowseAsync(phone);

        Assert.Equal("我的办件", browser.Heading);
        Assert.Contains(request.Number, browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Code, browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("巴特尔", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/my/requests/{request.Number}");
        browser.Set("message", "欠条找到了");
        await browser.PressAsync(action: "/supplement");
        Assert.Contains("收到了，谢谢。", browser.Text, StringComparison.Ordinal);

        await browser.OpenAsync("/my");
        var kept = browser.Cookies.GetAllCookies().ToList();
        Assert.All(kept.Where(cookie => cookie.Name == "legal.my"), cookie => Assert.True(cookie.HttpOnly));
        await browser.PressAsync(action: "/sign-out");
        foreach (var cookie in kept)
            browser.Cookies.Add(shared.Client.BaseAddress!, new Cookie(cookie.Name, cookie.Value, "/my"));
        await browser.OpenAsync($"/my/requests/{request.Number}");
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Response.StatusCode);
    }

    [Fact]
    public async Task What_tells_about_a_person_is_opened_by_the_code_then_read_corrected_and_exported()
    {
        var (request, phone) = await shared.SubmitAsync();
        using var browser = await shared.BrowseAsync(phone);
        foreach (var address in new[] { "data", "data.json", "correct" })
        {
            await browser.OpenAsync($"/my/requests/{request.Number}/{address}");
            Assert.DoesNotContain(phone, browser.Page.Source.Text, StringComparison.Ordinal);
            Assert.Contains(browser.Faults, fault => fault.StartsWith("这里面有个人信息", StringComparison.Ordinal));
        }

        browser.Set("proof", request.Code);
        await browser.PressAsync(action: "/open");
        await browser.OpenAsync($"/my/requests/{request.Number}/data");
        Assert.Contains(phone, browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/my/requests/{request.Number}/data.json");
        Assert.Contains("\"name\": \"巴特尔\"", browser.Page.Source.Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/my/requests/{request.Number}/correct");
        await browser.PressAsync(browser.Page.QuerySelectorAll("button[value^='page:']")[^1].GetAttribute("value"));
        browser.Set("a.name", "苏日娜");
        await browser.PressAsync("next");
        await browser.PressAsync("send");

        Assert.Contains("已经改正。", browser.Text, StringComparison.Ordinal);
        Assert.Equal("苏日娜", (await Api.MyDataAsync(new LookupRequest(request.Number, request.Code))).Answers["name"].GetString());
    }

    [Fact]
    public async Task Withdrawn_it_is_rated_low_with_a_reason_and_erased()
    {
        var (request, phone) = await shared.SubmitAsync();
        using var browser = await shared.BrowseAsync(phone);
        await browser.OpenAsync($"/my/requests/{request.Number}");
        browser.Set("proof", request.Code);
        await browser.PressAsync(action: "/open");
        await browser.OpenAsync($"/my/requests/{request.Number}/withdraw");
        await browser.PressAsync("yes");
        browser.Set("rating", "1");
        await browser.PressAsync(action: "/rate");
        Assert.Contains("请选一个原因", Assert.Single(browser.Faults), StringComparison.Ordinal);
        Assert.True(browser.Page.QuerySelector("[name=rating][value='1']")!.HasAttribute("checked"));
        browser.Set("reason", "slow");
        await browser.PressAsync(action: "/rate");
        Assert.Contains("您的评价：非常不满意", browser.Text, StringComparison.Ordinal);

        await browser.OpenAsync($"/my/requests/{request.Number}/data");
        await browser.PressAsync(action: "/erase");
        Assert.Single(browser.Faults);
        browser.Set("sure", "1");
        await browser.PressAsync(action: "/erase");

        Assert.Contains("您的信息已经删除。", browser.Text, StringComparison.Ordinal);
        await Refused.WithAsync("request.notFound", HttpStatusCode.NotFound, () => Api.LookupAsync(new LookupRequest(request.Number, request.Code)));
    }

    [Fact]
    public async Task Somebody_elses_number_opens_nothing_on_any_page()
    {
        var (_, phone) = await shared.SubmitAsync();
        var (other, _) = await shared.SubmitAsync();
        using var browser = await shared.BrowseAsync(phone);

        foreach (var address in new[] { "", "/data", "/data.json", "/correct", $"/letters/{Guid.NewGuid():N}", "/files/x" })
        {
            await browser.OpenAsync($"/my/requests/{other.Number}{address}");
            Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
        }
    }

    [Theory]
    [InlineData("legal.my=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("legal.my=' OR 1=1 --")]
    [InlineData("legal.my=%00%ff")]
    public async Task A_forged_cookie_is_nobodys(string cookie)
    {
        var (request, _) = await shared.SubmitAsync();
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/my/requests/{request.Number}");
        asked.Headers.TryAddWithoutValidation("Cookie", cookie);

        using var response = await shared.Client.SendAsync(asked);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.DoesNotContain(request.Number, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_API_the_same_is_done_with_a_token()
    {
        var (request, phone) = await shared.SubmitAsync();
        var token = await shared.SignInAsync(phone);
        var slots = await Api.SlotsAsync("legal-consultation");
        await Api.BookAsync(new BookingRequest("巴特尔", phone, SlotId: slots[0].Id, RequestNumber: request.Number), CaseworkServer.NewKey());

        var seen = await Api.MyMattersAsync(token);
        Assert.Equal((request.Number, "legal-consultation", "巴**"), (Assert.Single(seen.Requests).Number, seen.Requests[0].Service, seen.Requests[0].Name));
        var appointment = Assert.Single(seen.Appointments);
        var moved = await Api.RescheduleMineAsync(token, appointment.Id, new MyRescheduleRequest(slots[^1].Id));
        Assert.Equal(slots[^1].Start, moved.Start);
        Assert.Equal("cancelled", (await Api.CancelMineAsync(token, appointment.Id)).State);
        await Api.MySupplementAsync(token, new MySupplementRequest(request.Number, Message: "材料明天送来"));
        await Refused.WithAsync("feedback.notYet", HttpStatusCode.Conflict, () => Api.RateMineAsync(token, new MyRatingRequest(request.Number, 5)));
        await Api.SignOutAsync(token);
        await Refused.WithAsync("my.signedOut", HttpStatusCode.Unauthorized, () => Api.MyMattersAsync(token));
    }

    [Fact]
    public async Task Another_phones_appointment_is_one_that_there_is_not()
    {
        var (_, phone) = await shared.SubmitAsync();
        var slots = await Api.SlotsAsync("legal-consultation");
        var booked = await Api.BookAsync(new BookingRequest("别人", "13800000099", SlotId: slots[1].Id), CaseworkServer.NewKey());
        var token = await shared.SignInAsync(phone);

        await Refused.WithAsync("appointment.notFound", HttpStatusCode.NotFound, () => Api.CancelMineAsync(token, booked.Id));
        await Refused.WithAsync("appointment.notFound", HttpStatusCode.NotFound, () => Api.RescheduleMineAsync(token, booked.Id, new MyRescheduleRequest(slots[2].Id)));
    }

    [Fact]
    public async Task How_a_rating_is_asked_for_comes_from_the_corpus()
    {
        var form = await Api.RatingFormAsync();

        Assert.Equal(["非常满意", "满意", "基本满意", "不满意", "非常不满意"], form.Levels.Select(level => level.Label));
        Assert.NotEmpty(form.Reasons);
    }
}
