namespace LegalService.Casework.Kiosks;

/// <summary>What can go wrong with kiosks, in words for who stands before one or looks after it.</summary>
public static class KioskFailures
{
    /// <summary>The code is wrong, used or expired: which of them is not told.</summary>
    public static Failure Code { get; } = new("kiosk.code", "登记码不对，或者已经用过、过期了。请在工作台“自助机”里再取一个。");

    /// <summary>The public key is none that is taken.</summary>
    public static Failure Key { get; } = new("kiosk.key", "设备密钥不对，要用 P-256 曲线的 ECDSA 公钥。");

    /// <summary>The machine's own name is empty or too long.</summary>
    public static Failure Machine { get; } = new("kiosk.machine", $"设备名称要写 1 到 {KioskDoor.LongestMachine} 个字。");

    /// <summary>There is no such kiosk.</summary>
    public static Failure Unknown { get; } = new("kiosk.unknown", "这台自助机没有登记过，请重新登记。");

    /// <summary>It was revoked.</summary>
    public static Failure Revoked { get; } = new("kiosk.revoked", "这台自助机已经注销。要再用，请在工作台重新登记。");

    /// <summary>The signature is not that of its key.</summary>
    public static Failure Signature { get; } = new("kiosk.signature", "签名不对，不是登记时的那台设备。");

    /// <summary>The nonce is none, or came before.</summary>
    public static Failure Nonce { get; } = new("kiosk.nonce", "这次请求已经用过，请重新签名再发。");

    /// <summary>The token is none, or has expired.</summary>
    public static Failure Token { get; } = new("kiosk.token", "自助机的令牌不对或者过期了，请重新取。");

    /// <summary>It is out of use.</summary>
    public static Failure Paused { get; } = new("kiosk.paused", "这台自助机暂停使用，请打 12348 或者到窗口办理。");

    internal static Failure NotFound { get; } = new("kiosk.notFound", "没有这台自助机，请刷新后再看。");

    internal static Failure Name { get; } = new("kiosk.name", $"请给自助机起个名字，最多 {KioskDesk.LongestName} 个字。");

    internal static Failure Office { get; } = new("kiosk.office", "没有这个服务点，请重新选。");

    internal static Failure Message { get; } = new("kiosk.message", $"给居民看的话最多 {KioskDesk.LongestMessage} 个字。");

    internal static Failure Heartbeat { get; } = new("heartbeat.invalid", "状态报告的内容不对，请检查自助机的版本。");

    /// <summary>Its clock is wrong; what the centre's says stands in the details.</summary>
    internal static Failure Clock(DateTimeOffset serverTime) => new("kiosk.clock", "自助机的时钟不准，请按服务器的时间重新签名。")
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["serverTime"] = serverTime },
    };
}
