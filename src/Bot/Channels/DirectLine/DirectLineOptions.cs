using System.ComponentModel.DataAnnotations;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>The Direct Line 3.0 channel. Settings under <c>DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>Name of the channel in activities.</summary>
    public const string Channel = "directline";

    /// <summary>
    /// Opens every conversation; for programs on a county's own machines, never for a page. Null: tokens are given to the site's own pages only.
    /// </summary>
    [MinLength(16, ErrorMessage = "DirectLine:Secret 至少要 16 个字符")]
    public string? Secret { get; set; }

    /// <summary>Seconds for which a token is good.</summary>
    [Range(1, 86_400, ErrorMessage = "DirectLine:TokenSeconds 要在 1 到 86400 之间")]
    public int TokenSeconds { get; set; } = 1800;

    /// <summary>Days for which the site's own page can come back to its conversation.</summary>
    [Range(1, 90, ErrorMessage = "DirectLine:VisitorDays 要在 1 到 90 之间")]
    public int VisitorDays { get; set; } = 7;

    /// <summary>Seconds within which a stream's address has to be used.</summary>
    [Range(10, 3600, ErrorMessage = "DirectLine:StreamAddressSeconds 要在 10 到 3600 之间")]
    public int StreamAddressSeconds { get; set; } = 60;

    /// <summary>Milliseconds between two looks for what another server has kept.</summary>
    [Range(50, 60_000, ErrorMessage = "DirectLine:LookEveryMilliseconds 要在 50 到 60000 之间")]
    public int LookEveryMilliseconds { get; set; } = 500;

    /// <summary>Streams of one server; who finds no place looks for himself.</summary>
    [Range(1, 100_000, ErrorMessage = "DirectLine:MaxStreams 要在 1 到 100000 之间")]
    public int MaxStreams { get; set; } = 2000;

    /// <summary>Seconds of silence after which an empty frame shows that the stream is alive.</summary>
    [Range(1, 300, ErrorMessage = "DirectLine:KeepAliveSeconds 要在 1 到 300 之间")]
    public int KeepAliveSeconds { get; set; } = 15;

    /// <summary>Most activities of one set.</summary>
    [Range(1, 1000, ErrorMessage = "DirectLine:MaxActivities 要在 1 到 1000 之间")]
    public int MaxActivities { get; set; } = 100;

    /// <summary>Bytes of one upload, all its files together.</summary>
    [Range(1024, 100_000_000, ErrorMessage = "DirectLine:MaxUploadBytes 要在 1024 到 100000000 之间")]
    public int MaxUploadBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Files of one upload.</summary>
    [Range(1, 50, ErrorMessage = "DirectLine:MaxFiles 要在 1 到 50 之间")]
    public int MaxFiles { get; set; } = 5;

    /// <summary>Minutes after which phone and identity numbers are no longer whole in what is read again.</summary>
    [Range(1, 10_080, ErrorMessage = "DirectLine:MaskAfterMinutes 要在 1 到 10080 之间")]
    public int MaskAfterMinutes { get; set; } = 10;

    /// <summary>Other sites whose pages may talk to a conversation they have a token for, such as https://www.example.gov.cn. Empty: none.</summary>
    public IList<string> AllowedOrigins { get; set; } = [];
}
