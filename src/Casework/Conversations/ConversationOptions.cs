using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Conversations;

/// <summary>How long conversations are kept. Settings under <c>Conversations</c>.</summary>
public sealed class ConversationOptions
{
    /// <summary>Days for which what was said is kept after the last word.</summary>
    [Range(1, 3650, ErrorMessage = "Conversations:KeepDays 要在 1 到 3650 天之间")]
    public int KeepDays { get; set; } = 90;

    /// <summary>Days for which an unfinished matter (a form half filled in) can be taken up again.</summary>
    [Range(1, 90, ErrorMessage = "Conversations:MemoryDays 要在 1 到 90 天之间")]
    public int MemoryDays { get; set; } = 7;

    /// <summary>
    /// Hours after a citizen's last message for which his id on a channel is kept to send him something; afterwards only while he follows a matter. WeChat takes
    /// customer-service messages for 48 hours.
    /// </summary>
    [Range(1, 8760, ErrorMessage = "Conversations:ReplyHours 要在 1 到 8760 小时之间")]
    public int ReplyHours { get; set; } = 48;

    /// <summary>Bytes of all files of one conversation.</summary>
    [Range(1, 1_000_000_000, ErrorMessage = "Conversations:MaxFileBytes 要在 1 到 1000000000 之间")]
    public long MaxFileBytes { get; set; } = 20 * 1024 * 1024;
}
