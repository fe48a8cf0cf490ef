namespace LegalService.Bot.Channels.DirectLine;

/// <summary>A failure as Direct Line tells it: <c>{error: {code, message}}</c>.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code of the protocol.</param>
/// <param name="Message">What to do, in Chinese.</param>
public sealed record DirectLineFailure(int Status, string Code, string Message)
{
    /// <summary>No token was sent.</summary>
    public static readonly DirectLineFailure NoToken = new(401, "Unauthorized", "请带上令牌（Authorization: Bearer）。");

    /// <summary>What was sent is no token of this service.</summary>
    public static readonly DirectLineFailure BadToken = new(403, "BadArgument", "这个令牌不是本服务发的。");

    /// <summary>The token's time is over; a new one has to be asked for.</summary>
    public static readonly DirectLineFailure TokenExpired = new(403, "TokenExpired", "令牌过期了，请重新开始对话。");

    /// <summary>The token opens another conversation.</summary>
    public static readonly DirectLineFailure ForeignToken = new(403, "BadArgument", "这个令牌不能打开这次对话。");

    /// <summary>Tokens without a secret are for the site's own pages.</summary>
    public static readonly DirectLineFailure ForeignSite = new(403, "BadArgument", "没有密钥，只有本站的页面可以领取令牌。");

    /// <summary>There is no such conversation any more.</summary>
    public static readonly DirectLineFailure NoConversation = new(404, "ConversationNotFound", "这次对话已经结束，请重新开始。");

    /// <summary>There is no such file.</summary>
    public static readonly DirectLineFailure NoFile = new(404, "AttachmentNotFound", "没有这个文件。");

    /// <summary>What was sent cannot be read.</summary>
    public static readonly DirectLineFailure BadActivity = new(400, "BadArgument", "发来的内容读不懂，请检查格式。");

    /// <summary>Somebody else's name in <c>from</c>.</summary>
    public static readonly DirectLineFailure BadSender = new(403, "BadArgument", "from.id 不是领取令牌的人。");

    /// <summary>Ids of users begin with "dl_".</summary>
    public static readonly DirectLineFailure BadUser = new(400, "BadArgument", "user.id 要以 dl_ 开头，最多 64 个字符。");

    /// <summary>The watermark is none that was given.</summary>
    public static readonly DirectLineFailure BadWatermark = new(400, "BadArgument", "watermark 读不懂。");

    /// <summary>This server holds as many streams as it may.</summary>
    public static readonly DirectLineFailure NoStream = new(503, "ServiceUnavailable", "现在人多，请过一会儿再连。");

    /// <summary>Only pictures and PDF files are taken.</summary>
    public static readonly DirectLineFailure BadFile = new(415, "BadArgument", "只收图片（JPEG、PNG、GIF、WebP）和 PDF。");

    /// <summary>The upload is too large.</summary>
    public static readonly DirectLineFailure TooLarge = new(413, "MessageSizeTooBig", "文件太大或者太多了。");
}
