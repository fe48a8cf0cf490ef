using LegalService.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LegalService.EndToEnd.Kiosk;

/// <summary>What somebody comes for, from the first tap to the slip.</summary>
[Collection(KioskTests.Name)]
public sealed class WayTests(KioskStage stage)
{
    [Fact]
    public async Task Every_service_begins_after_three_taps_at_most()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("全部办事");
        await page.AtAsync("您要办哪一件？");
        foreach (var service in (await stage.Centre.ServicesAsync()).Where(service => !service.GuideOnly))
            await Expect(page.Button(service.Name).First).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("services");

        await page.TapAsync("村规民约审查");
        await page.AtAsync("村规民约审查");
        await page.TapAsync("现在就办");
        await page.AtAsync("您是……");

        Assert.Equal(3, page.Taps);
    }

    [Fact]
    public async Task Guides_of_police_courts_and_procuratorate_are_read()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("办事指南");
        foreach (var service in (await stage.Centre.ServicesAsync()).Where(service => service.GuideOnly))
            await Expect(page.Button(service.Name).First).ToBeVisibleAsync();

        await page.TapAsync("身份证办理指南");

        await Expect(page.Main).ToContainTextAsync("户口簿");
        await Expect(page.Button("现在就办")).ToHaveCountAsync(0);
        await page.CheckAsync();
        await page.ShowAsync("guide");
    }

    [Fact]
    public async Task A_question_is_typed_in_pinyin_and_answered_with_its_articles()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("问法律问题");
        await page.CheckAsync();
        await page.ShowAsync("ask");
        await page.TapAsync("我自己说");
        foreach (var (letters, character) in new[] { ("tuo", "拖"), ("qian", "欠"), ("gong", "工"), ("zi", "资") })
            await page.TypePinyinAsync(letters, character);
        await page.CheckAsync();
        await page.ShowAsync("keyboard");

        await page.TapAsync("问", exact: true);

        await page.AtAsync("答复");
        await Expect(page.Main).ToContainTextAsync("依据的法律");
        await Expect(page.Main).ToContainTextAsync("《");
        await page.CheckAsync();
        await page.ShowAsync("answer");
        Assert.Empty(await page.Browser.Locator("a[href]").AllAsync());
    }

    [Fact]
    public async Task Somebody_in_danger_sees_the_number_first_and_large()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("约律师咨询");
        await page.TapAsync("现在就办");
        await page.TapAsync("结婚离婚");
        await page.TapAsync("是", exact: true);

        await page.AtAsync("先打 110");
        await page.CheckAsync();
        await page.ShowAsync("danger");
        await page.TapAsync("知道了");
        await Expect(page.Heading).ToContainTextAsync("文书");
    }

    [Fact]
    public async Task A_consultation_is_asked_for_sent_once_looked_up_and_rated()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("约律师咨询");
        await page.ShowAsync("service");
        await page.TapAsync("现在就办");
        await page.ShowAsync("choice");
        await page.TapAsync("工钱");
        await page.TapAsync("否", exact: true);
        await page.AtAsync("把想问的说一说");
        await page.TypePinyinAsync("qian", "钱");
        await page.TapAsync("下一步");
        await page.TapAsync("跳过");
        await page.AtAsync("有材料的话");
        await page.ShowAsync("file");
        await page.TapAsync("以后到窗口交");
        await page.TapAsync("打电话");
        await page.TapAsync("汉语");
        await page.AtAsync("怎么称呼您");
        await page.TypePinyinAsync("wang", "王");
        await page.TypePinyinAsync("fang", "芳");
        await page.TapAsync("下一步");
        await page.AtAsync("联系电话");
        await page.TypeKeysAsync("1390000123");
        await page.TapAsync("下一步");
        await Expect(page.Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("11 位");
        await page.CheckAsync();
        await page.TypeKeysAsync("4");
        await page.ShowAsync("phone");
        await page.TapAsync("下一步");
        await page.AtAsync("同意");
        await page.TapAsync("是", exact: true);
        await page.AtAsync("请看一遍");
        await Expect(page.Main).ToContainTextAsync("王芳");
        await page.CheckAsync();
        await page.ShowAsync("review");

        await page.TapAsync("改“称呼”");
        await page.AtAsync("怎么称呼您");
        await page.TapAsync("返回");
        await page.AtAsync("请看一遍");
        await page.TapAsync("首页");
        await page.TapAsync("接着填");
        await page.AtAsync("请看一遍");
        await page.TapAsync("都对，提交");

        await page.AtAsync("提交好了");
        await page.CheckAsync();
        await page.ShowAsync("receipt");
        var facts = await page.Browser.Locator(".facts dd").AllInnerTextsAsync();
        var (number, code) = (facts[0], facts[1]);
        var found = await stage.Centre.LookupAsync(new LookupRequest(number, code));
        Assert.Equal("legal-consultation", found.Service);

        await page.TapAsync("首页");
        await page.TapAsync("查办事进度");
        await page.TapAsync("输编号查");
        await page.TypeKeysAsync(number);
        await page.ShowAsync("number");
        await page.CheckAsync();
        await page.TapAsync("下一步");
        await page.AtAsync("取件码");
        await page.TypeKeysAsync(code);
        await page.TapAsync("下一步");
        await Expect(page.Main).ToContainTextAsync(number);
        await page.CheckAsync();
        await page.ShowAsync("matter");

        await page.TapAsync("给个评价");
        await page.AtAsync("满意吗");
        await page.CheckAsync();
        await page.ShowAsync("rate");
        await page.TapAsync("不满意", exact: true);
        await page.TapAsync("办得太慢");
        await page.TapAsync("提交评价");
        await page.AtAsync("谢谢您");
    }

    [Fact]
    public async Task An_appointment_is_booked_by_day_and_time()
    {
        await using var page = await stage.OpenAsync(KioskStage.Wide);
        await page.TapAsync("约律师咨询");
        await page.TapAsync("直接约时间");
        await page.TapAsync("当面");
        await page.AtAsync("哪天方便");
        await Expect(page.Browser.Locator(".days .option").First).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.ShowAsync("days");
        await page.Browser.Locator(".days .option").First.TapAsync();
        await page.AtAsync("几点方便");
        await page.CheckAsync();
        await page.ShowAsync("times");
        await page.Browser.Locator(".times .option").First.TapAsync();
        await page.AtAsync("您叫什么名字");
        await page.TypePinyinAsync("bai", "白");
        await page.TypePinyinAsync("yin", "音");
        await page.TapAsync("下一步");
        await page.TypeKeysAsync("13900005678");
        await page.TapAsync("下一步");
        await page.TapAsync("是", exact: true);
        await page.TapAsync("就这样约");

        await page.AtAsync("约好了");
        await Expect(page.Main).ToContainTextAsync("示例");
        await page.CheckAsync();
        await page.ShowAsync("booked");
    }

    [Fact]
    public async Task A_sum_is_worked_out_with_its_steps_and_articles()
    {
        await using var page = await stage.OpenAsync(KioskStage.Wide);
        await page.TapAsync("算一算");
        await page.ShowAsync("calculators");
        await page.TapAsync("辞退补偿");
        await page.TapAsync("违法辞退");
        await page.AtAsync("哪天开始");
        await page.TypeKeysAsync("20200101");
        await page.CheckAsync();
        await page.ShowAsync("date");
        await page.TapAsync("下一步");
        await page.TypeKeysAsync("20260131");
        await page.TapAsync("下一步");
        await page.TypeKeysAsync("5000");
        await page.ShowAsync("money");
        await page.TapAsync("下一步");
        await page.TapAsync("不知道");
        await page.AtAsync("最低工资");
        await page.TapAsync("不知道");
        await page.AtAsync("请看一遍");
        await page.TapAsync("算出来");

        await page.AtAsync("元");
        await Expect(page.Main).ToContainTextAsync("《劳动合同法》");
        await page.CheckAsync();
        await page.ShowAsync("calculation");
    }

    [Fact]
    public async Task A_document_is_written_to_be_signed_and_handed_in()
    {
        await using var page = await stage.OpenAsync(KioskStage.Upright);
        await page.TapAsync("写文书", exact: true);
        await page.CheckAsync();
        await page.ShowAsync("documents");
        await page.TapAsync("证据清单");
        await page.AtAsync("什么案子");
        await page.TypePinyinAsync("qian", "钱");
        await page.TapAsync("下一步");
        await page.TapAsync("原告");
        await page.AtAsync("一样证据写一行");
        await page.TypePinyinAsync("qian", "钱");
        await page.TapAsync("下一步");
        await page.AtAsync("有证人的");
        await page.TapAsync("跳过");
        await page.AtAsync("叫什么名字");
        await page.TypePinyinAsync("wang", "王");
        await page.TypePinyinAsync("fang", "芳");
        await page.TapAsync("下一步");
        await page.AtAsync("请看一遍");
        await page.TapAsync("写出来");

        await page.AtAsync("证据清单");
        await Expect(page.Main).ToContainTextAsync("王芳");
        await Expect(page.Main).ToContainTextAsync("《民事诉讼法》");
        await page.CheckAsync();
        await page.ShowAsync("document");
    }

    [Fact]
    public async Task The_nearest_service_point_is_shown_with_what_it_offers()
    {
        await using var page = await stage.OpenAsync(KioskStage.Wide);
        await page.TapAsync("附近服务点");
        await page.TapAsync("示例县公共法律服务中心");

        await Expect(page.Main).ToContainTextAsync("示例镇中心路12号");
        await Expect(page.Main).ToContainTextAsync("这是示例");
        await page.CheckAsync();
        await page.ShowAsync("place");
    }
}
