using System.ComponentModel.DataAnnotations;

namespace LegalService.Bot;

/// <summary>The bot on every channel. Settings under <c>Bot</c>. What it says about the law and the service stands in <c>corpus/answers</c>.</summary>
public sealed class BotOptions
{
    /// <summary>Its id in activities.</summary>
    [Required(ErrorMessage = "Bot:Id 没有写")]
    public string Id { get; set; } = "legal-service";

    /// <summary>Its name as shown.</summary>
    [Required(ErrorMessage = "Bot:Name 没有写")]
    public string Name { get; set; } = "法律服务助手";

    /// <summary>Said while the corpus is not loaded yet.</summary>
    [Required(ErrorMessage = "Bot:LoadingText 没有写")]
    public string LoadingText { get; set; } = "法律资料正在装入，请过几秒再问一次。急事可以打 12348（免费）。";

    /// <summary>Said when a turn broke.</summary>
    [Required(ErrorMessage = "Bot:FailureText 没有写")]
    public string FailureText { get; set; } = "系统出了问题，我们已经记下。请过一会儿再说一遍，急事可以打 12348（免费）。";

    /// <summary>Said to a message that is too long; <c>{most}</c> is the number of characters it may have.</summary>
    [Required(ErrorMessage = "Bot:TooLongText 没有写")]
    public string TooLongText { get; set; } = "写得太长了，最多 {most} 个字。请只写最要紧的事。";

    /// <summary>Said to files without words.</summary>
    [Required(ErrorMessage = "Bot:FileText 没有写")]
    public string FileText { get; set; } = "文件收到了，可是我还不会看里面的内容。请用几句话写下您遇到的事。";

    /// <summary>Milliseconds after which a bot that is not through yet shows that it is writing.</summary>
    [Range(1, 60_000, ErrorMessage = "Bot:TypingAfterMilliseconds 要在 1 到 60000 之间")]
    public int TypingAfterMilliseconds { get; set; } = 500;

    /// <summary>Milliseconds after which it shows it again.</summary>
    [Range(100, 60_000, ErrorMessage = "Bot:TypingEveryMilliseconds 要在 100 到 60000 之间")]
    public int TypingEveryMilliseconds { get; set; } = 3000;

    /// <summary>
    /// Longest that one message waits for a language model, all its questions together; what it has not answered by then is answered without. Below the time in
    /// which WeChat wants its reply (4.5 s).
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Bot:WaitForModel 要在 0 到 1 分钟之间")]
    public TimeSpan WaitForModel { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Exchanges that the bot keeps in mind for what is asked next.</summary>
    [Range(0, 20, ErrorMessage = "Bot:RememberedExchanges 要在 0 到 20 之间")]
    public int RememberedExchanges { get; set; } = 4;

    /// <summary>Minutes between two rounds that remove conversations whose time is over.</summary>
    [Range(1, 1440, ErrorMessage = "Bot:CleanEveryMinutes 要在 1 到 1440 之间")]
    public int CleanEveryMinutes { get; set; } = 60;
}
