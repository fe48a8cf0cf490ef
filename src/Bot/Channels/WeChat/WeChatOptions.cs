namespace LegalService.Bot.Channels.WeChat;

/// <summary>
/// The official account (公众号) that citizens write to. Settings under <c>WeChat</c>. With none of <see cref="Token"/>, <see cref="AppId"/>,
/// <see cref="AppSecret"/> and <see cref="EncodingAesKey"/> set the channel is off and <c>/wechat</c> is no address.
/// </summary>
public sealed class WeChatOptions
{
    /// <summary>Name of the settings' section.</summary>
    public const string Section = "WeChat";

    /// <summary>令牌(Token) of the account's server settings: 3 to 32 letters and digits. Every call is signed with it.</summary>
    public string Token { get; set; } = "";

    /// <summary>消息加解密密钥: 43 letters and digits. Empty: only plain messages are understood.</summary>
    public string EncodingAesKey { get; set; } = "";

    /// <summary>开发者 ID (AppID) of the account.</summary>
    public string AppId { get; set; } = "";

    /// <summary>开发者密码 (AppSecret). Empty: what is not said within the reply cannot be sent.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>Where WeChat's own API is.</summary>
    public Uri ApiBase { get; set; } = new("https://api.weixin.qq.com/");

    /// <summary>
    /// True when the account is set to 安全模式: a plain message is then refused. False (兼容模式) takes both, because the account may be switched over
    /// while it runs.
    /// </summary>
    public bool RequireEncryption { get; set; }

    /// <summary>Address of this service's pages as citizens reach them, such as <c>https://falv.example.gov.cn/</c>. Null: no links to pages are sent.</summary>
    public Uri? PageUrl { get; set; }

    /// <summary>Folder with <c>wechat.yaml</c> and <c>wechat-menu.yaml</c>. Empty: <c>answers</c> of the shipped corpus.</summary>
    public string TextsFolder { get; set; } = "";

    /// <summary>How long a citizen's message may wait for its reply; WeChat itself hangs up after 5 seconds.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(4.5);

    /// <summary>How long an answer that is sent later may take before the message counts as abandoned and is taken up again.</summary>
    public TimeSpan AnswerLaterWithin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Most messages that are answered at once by a server; the others wait, and are answered later when that takes too long.</summary>
    public int AnswersAtOnce { get; set; } = 16;

    /// <summary>How far the time of a signed call may be from now.</summary>
    public TimeSpan OldestTimestamp { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Largest body of a call, in bytes.</summary>
    public int LargestBody { get; set; } = 64 * 1024;

    /// <summary>Most bytes of UTF-8 in one text message; WeChat cuts off what is longer.</summary>
    public int LongestText { get; set; } = 2048;

    /// <summary>How many service points answer a location.</summary>
    public int NearestPlaces { get; set; } = 3;

    /// <summary>How long one call of WeChat's API may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a call is tried again after a broken connection or a server error.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Wait before the first further try; doubled each time.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often what is still to be sent is looked for.</summary>
    public TimeSpan SendEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long messages and their answers are kept to recognise a repetition.</summary>
    public TimeSpan RememberMessages { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Subscription messages (订阅通知) by kind of notification, for when the 48 hours have passed. None: such a notification goes another way.</summary>
    public IDictionary<string, WeChatTemplate> Templates { get; init; } = new Dictionary<string, WeChatTemplate>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when citizens can write here.</summary>
    public bool IsOn => Token.Length > 0 || AppId.Length > 0 || AppSecret.Length > 0 || EncodingAesKey.Length > 0;
}

/// <summary>A subscription message of the account.</summary>
public sealed class WeChatTemplate
{
    /// <summary>Its id (模板 ID).</summary>
    public string Id { get; set; } = "";

    /// <summary>The field that takes the text, as the template has it.</summary>
    public string Field { get; set; } = "thing1";
}
