using LegalService.Casework.Notifications;
using LegalService.Casework.Notifications.Sms;
using LegalService.Casework.Notifications.Texts;
using LegalService.Casework.Reading;
using LegalService.Casework.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Tests.Notifications;

public sealed class TextsTests
{
    private static readonly string Shipped = Path.Combine(CaseworkHost.CorpusFolder, "notifications");

    [Fact]
    public void The_shipped_texts_have_every_kind_and_fill_every_placeholder()
    {
        var texts = NotificationTexts.Load(Shipped);

        foreach (var (kind, placeholders) in NotificationKinds.Placeholders)
        {
            var values = placeholders.ToDictionary(name => name, name => $"<{name}>", StringComparer.Ordinal);
            foreach (var text in new[] { texts.Channel(kind, false, null, values), texts.Channel(kind, true, null, values), texts.Sms(kind, false, null, values), texts.Sms(kind, true, null, values) })
                Assert.DoesNotMatch("[{}]", text);
            Assert.DoesNotContain("<service>", texts.Sms(kind, false, null, values), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("requests.yaml", "  sms: 您提交的申请收到了，编号{number}。", "  sms: 您的{service}收到了，编号{number}。", 3, "不能用 {service}")]
    [InlineData("requests.yaml", "  neutral: 您提交的内容收到了", "  neutral: 您的法律援助申请收到了", 4, "不能出现“法律”")]
    [InlineData("requests.yaml", "request.received:", "request.recieved:", 1, "不认识“request.recieved”")]
    [InlineData("requests.yaml", "request.received:", "request.recieved:", 0, "没有写 request.received")]
    [InlineData("appointments.yaml", "neutral: 快到时间了：{time}有预约", "neutral: 快到时间了：{office}有预约", 0, "不能用 {office}")]
    [InlineData("codes.yaml", "  neutral: 验证码", "  channel: 验证码{code}\n  neutral: 验证码", 3, "不认识“channel”")]
    [InlineData("settings.yaml", "【示例县便民服务】", "【示例县法律援助】", 0, "不能出现“法律”")]
    [InlineData("settings.yaml", "【示例县便民服务】", "示例县", 0, "要写在【】里")]
    [InlineData("settings.yaml", "maxSmsCharacters: 110", "maxSmsCharacters: 30", 0, "最多 30 个")]
    public void A_mistake_in_the_texts_is_named_with_file_and_line(string file, string before, string after, int line, string reason)
    {
        var folder = Copy();
        var changed = Path.Combine(folder, file);
        Assert.Contains(before, File.ReadAllText(changed), StringComparison.Ordinal);
        File.WriteAllText(changed, File.ReadAllText(changed).Replace(before, after, StringComparison.Ordinal));

        var problems = Assert.Throws<CorpusException>(() => NotificationTexts.Load(folder)).Problems;

        Assert.Contains(problems, problem => problem.Reason.Contains(reason, StringComparison.Ordinal) && (line == 0 || (problem.Line == line && problem.File.EndsWith(file, StringComparison.Ordinal))));
    }

    [Fact]
    public void What_is_translated_is_told_in_the_language_asked_for_and_the_rest_in_Chinese()
    {
        var folder = Copy();
        Directory.CreateDirectory(Path.Combine(folder, "mn"));
        File.WriteAllText(Path.Combine(folder, "mn", "requests.yaml"), "request.done:\n  sms: SAMPLE {number}\n");
        var texts = NotificationTexts.Load(folder);
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = "2611-0042", ["service"] = "申请法律援助" };

        Assert.EndsWith("SAMPLE 2611-0042", texts.Sms(NotificationKinds.RequestDone, false, "mn", values), StringComparison.Ordinal);
        Assert.Equal(texts.Channel(NotificationKinds.RequestDone, false, null, values), texts.Channel(NotificationKinds.RequestDone, false, "mn", values));
        Assert.Equal(texts.Sms(NotificationKinds.RequestDone, false, null, values), texts.Sms(NotificationKinds.RequestDone, false, "bo", values));
    }

    [Fact]
    public void A_translation_may_tell_no_more_than_the_text_it_stands_for()
    {
        var folder = Copy();
        Directory.CreateDirectory(Path.Combine(folder, "mn"));
        File.WriteAllText(Path.Combine(folder, "mn", "requests.yaml"), "request.done:\n  sms: SAMPLE {service}\n");

        var problem = Assert.Single(Assert.Throws<CorpusException>(() => NotificationTexts.Load(folder)).Problems);

        Assert.Equal(("mn/requests.yaml", 2), (problem.File, problem.Line));
    }

    [Theory]
    [InlineData("http://sms.example/send", "https")]
    [InlineData("ftp://sms.example/send", "完整地址")]
    public void An_address_that_would_carry_phone_numbers_in_the_clear_is_refused(string url, string message) =>
        Assert.Contains(message, Refusal(options => options.Url = new Uri(url)), StringComparison.Ordinal);

    [Fact]
    public void Settings_of_the_gateway_that_cannot_work_are_refused()
    {
        var url = new Uri("https://sms.example/send");
        Assert.Contains("{phone}", Refusal(options => (options.Url, options.Body) = (url, "{text}")), StringComparison.Ordinal);
        Assert.Contains("{fone}", Refusal(options => options.Body = "{fone}"), StringComparison.Ordinal);
        Assert.Contains("{phone}", Refusal(options => options.Headers["X"] = "{phone}"), StringComparison.Ordinal);
        Assert.Contains("AcceptedPattern", Refusal(options => options.AcceptedPattern = "("), StringComparison.Ordinal);
        Assert.Contains("POST", Refusal(options => options.Method = "GET"), StringComparison.Ordinal);
        Assert.Contains("Sms:Timeout", Refusal(options => options.Timeout = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Null(Refused<SmsOptions>(options => options.Url = url));
        Assert.Null(Refused<SmsOptions>(options => (options.Url, options.AllowPlainHttp) = (new Uri("http://sms.example/send"), true)));
    }

    [Fact]
    public void A_lease_too_short_to_send_in_is_refused()
    {
        Assert.Contains("SendTimeout", Refused<NotificationOptions>(options => options.Lease = TimeSpan.FromSeconds(40)), StringComparison.Ordinal);
        Assert.Contains("LongestDelay", Refused<NotificationOptions>(options => options.LongestDelay = TimeSpan.FromSeconds(2)), StringComparison.Ordinal);
        Assert.Contains("HoursReminder", Refused<NotificationOptions>(options => options.DayReminder = TimeSpan.FromHours(1)), StringComparison.Ordinal);
        Assert.Null(Refused<NotificationOptions>(_ => { }));
    }

    private static string Refusal(Action<SmsOptions> configure) => Refused(configure) ?? "";

    private static string? Refused<T>(Action<T> configure)
        where T : class
    {
        var services = new ServiceCollection();
        services.AddOptions<T>().Configure(configure).ValidateDataAnnotations();
        using var built = services.BuildServiceProvider();
        try
        {
            _ = built.GetRequiredService<IOptions<T>>().Value;
            return null;
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
    }

    private static string Copy()
    {
        var folder = Directory.CreateTempSubdirectory("legalservice-texts-").FullName;
        foreach (var path in Directory.GetFiles(Shipped))
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        return folder;
    }
}
