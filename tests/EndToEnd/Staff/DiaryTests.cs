using LegalService.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Staff;

/// <summary>The diary and the walk-in queue.</summary>
[Collection(StaffTests.Name)]
public sealed class DiaryTests(StaffStage stage)
{
    private const string Service = "legal-consultation";
    private const string Office = "example-centre";

    private static int _people = 7000;

    [Fact]
    public async Task A_clerk_drags_an_appointment_to_another_time()
    {
        var slot = (await FreeAsync())[0];
        var name = await BookAsync(slot);
        await using var page = await OpenAtAsync(slot.Start);
        await page.ShowAsync("diary-day");
        await page.CheckAsync();

        await DragAsync(page, Entry(page, name).First, page.Browser.Locator(".diary-target").Last);
        await Expect(page.Browser.GetByRole(AriaRole.Dialog)).ToContainTextAsync("居民会收到改时间的通知");
        await page.CheckAsync();
        await page.Browser.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "改", Exact = true }).ClickAsync();

        await Expect(page.Text("改到了")).ToBeVisibleAsync();
        await Expect(Entry(page, name).First).Not.ToContainTextAsync(slot.Start.ToString("HH:mm", null));
        await Expect(page.Browser.Locator(".diary-target")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_same_is_done_with_the_keyboard_alone()
    {
        var slot = (await FreeAsync())[0];
        var name = await BookAsync(slot);
        await using var page = await OpenAtAsync(slot.Start);

        await Entry(page, name).First.FocusAsync();
        await page.Browser.Keyboard.PressAsync("Enter");
        await EnterAsync(page, "改时间");
        await page.Browser.Locator(".diary-target").Last.FocusAsync();
        await page.ShowAsync("diary-moving");
        await page.CheckAsync();
        await page.Browser.Keyboard.PressAsync("Enter");
        await EnterAsync(page, "改");

        await Expect(page.Text("改到了")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_clerk_books_at_the_counter_and_cancels_with_a_reason()
    {
        var day = (await FreeAsync())[0].Start;
        await using var page = await OpenAtAsync(day);
        await page.Button("预约登记").ClickAsync();
        var dialog = page.Browser.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("事项").SelectOptionAsync(Service);
        await dialog.Locator(".diary-times button").Last.ClickAsync();
        await dialog.GetByLabel("姓名").FillAsync("王小明");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "电话" }).FillAsync("1380000");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "约好" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("电话");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "电话" }).FillAsync(NewPhone());
        await page.ShowAsync("diary-book");
        await page.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "约好" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("取件码");
        var number = await dialog.Locator("dd").Nth(1).InnerTextAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).Last.ClickAsync();

        await page.Browser.Locator(".diary-entry", new() { HasText = "王小明" }).First.ClickAsync();
        await Expect(dialog).ToContainTextAsync(number);
        await page.ShowAsync("diary-appointment");
        await page.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消预约" }).ClickAsync();
        await dialog.GetByLabel("取消的原因").FillAsync("律师病了");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消这个预约" }).ClickAsync();
        await Expect(page.Text($"{number}：已取消")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_lawyer_who_is_ill_is_booked_no_more_and_what_was_booked_shows()
    {
        var slot = (await FreeAsync("remote-notary", "inPerson", daysAhead: 6))[0];
        var sent = await stage.SubmitAsync("remote-notary");
        await stage.Citizens.BookAsync(
            new BookingRequest("巴特尔", NewPhone(), SlotId: slot.Id, RequestNumber: sent.Number, RequestCode: sent.Code), Guid.NewGuid().ToString());
        await using var page = await OpenAtAsync(slot.Start);
        await page.Button("停诊、关门").ClickAsync();
        var dialog = page.Browser.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("谁").SelectOptionAsync("notary-1");
        await dialog.GetByLabel("原因").FillAsync("公证员外出");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Listitem)).ToContainTextAsync("公证员外出");
        await page.ShowAsync("diary-closures");
        await page.CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).Last.ClickAsync();

        await Expect(page.Browser.Locator(".diary-conflict").First).ToContainTextAsync("巴特尔");
        await page.Button("周").ClickAsync();
        await Expect(page.Browser.Locator(".diary-conflict").First).ToBeVisibleAsync();
        await page.ShowAsync("diary-week");
        await page.CheckAsync();
        Assert.DoesNotContain(await FreeAsync("remote-notary", "inPerson", daysAhead: 6), free => free.Start.Date == slot.Start.Date);
    }

    [Fact]
    public async Task The_queue_says_when_nobody_waits_or_the_office_is_closed()
    {
        await using var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/queue");
        await Expect(page.Heading).ToHaveTextAsync("叫号");
        await page.Button("叫下一位").ClickAsync();
        await Expect(page.Browser.Locator(".mud-snackbar")).ToBeVisibleAsync();
        await page.Button("取号").ClickAsync();
        await Expect(page.Browser.GetByRole(AriaRole.Status).Filter(new() { HasText = "号" })).ToBeVisibleAsync();
        await page.ShowAsync("queue");
        await page.CheckAsync();

        await page.GoAsync($"/staff/queue/screen/{Office}");
        await Expect(page.Text("请到窗口")).ToBeVisibleAsync();
        await page.ShowAsync("queue-screen");
        await page.CheckAsync();
    }

    [Theory]
    [InlineData(StaffStage.Editor)]
    [InlineData(StaffStage.Administrator)]
    public async Task Who_sees_no_citizen_sees_no_diary(string user)
    {
        await using var page = await stage.OpenAsync(user, "/staff/account");
        foreach (var address in new[] { "/staff/diary", "/staff/queue", $"/staff/queue/screen/{Office}" })
        {
            await page.GoAsync(address);
            await Expect(page.Heading).ToContainTextAsync("不能打开");
        }
    }

    /// <summary>Goes to a button of the dialog and presses Enter, once the dialog has settled and leaves the focus where it is.</summary>
    private static async Task EnterAsync(StaffPage page, string name)
    {
        var button = page.Browser.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        await Expect(button).ToBeEnabledAsync();
        await page.Browser.WaitForFunctionAsync("() => document.activeElement?.closest('[role=dialog], .mud-dialog-container, .mud-focus-trap') !== null");
        await button.FocusAsync();
        await Expect(button).ToBeFocusedAsync();
        await page.Browser.Keyboard.PressAsync("Enter");
    }

    /// <summary>By the mouse: where it may go shows only once it is dragged.</summary>
    private static async Task DragAsync(StaffPage page, ILocator from, ILocator to)
    {
        await from.HoverAsync();
        await page.Browser.Mouse.DownAsync();
        var box = (await from.BoundingBoxAsync())!;
        await page.Browser.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2) + 15, new() { Steps = 3 });
        await Expect(to).ToBeVisibleAsync();
        await to.HoverAsync();
        await to.HoverAsync();
        await page.Browser.Mouse.UpAsync();
    }

    private static ILocator Entry(StaffPage page, string name) => page.Browser.Locator(".diary-entry", new() { HasText = name });

    private async Task<StaffPage> OpenAtAsync(DateTimeOffset day)
    {
        var page = await stage.OpenAsync(StaffStage.Clerk, "/staff/diary");
        await page.Browser.GetByLabel("日期").FillAsync(day.ToString("yyyy-MM-dd", null));
        await page.Browser.GetByLabel("日期").PressAsync("Tab");
        await Expect(page.Browser.Locator(".diary-column").First).ToBeVisibleAsync();
        return page;
    }

    private async Task<IReadOnlyList<SlotResponse>> FreeAsync(string service = Service, string kind = "inPerson", int daysAhead = 1)
    {
        var from = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).Date).AddDays(daysAhead);
        var free = await stage.Citizens.SlotsAsync(service, Office, from, from.AddDays(6));
        return [.. free.Where(slot => slot.Kind == kind)];
    }

    /// <summary>Books for somebody with a name of his own.</summary>
    private async Task<string> BookAsync(SlotResponse slot)
    {
        var name = $"李{(char)('一' + Interlocked.Increment(ref _people))}";
        await stage.Citizens.BookAsync(new BookingRequest(name, NewPhone(), SlotId: slot.Id), Guid.NewGuid().ToString());
        return name;
    }

    private static string NewPhone() => $"1380000{Interlocked.Increment(ref _people):0000}";
}
