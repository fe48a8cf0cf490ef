namespace LegalService.Casework.Pickups;

/// <summary>What can go wrong with documents to be fetched, in words for who stands before a kiosk or lays one ready.</summary>
internal static class PickupFailures
{
    /// <summary>The same for a wrong code and a wrong person: one who has only one of them learns nothing.</summary>
    public static Failure NotFound { get; } = new("pickup.notFound", "没有找到：取件码不对，或者身份证不是收件人本人的。请照着短信或者凭条再输一次，急事打 12348。");

    public static Failure Expired { get; } = new("pickup.expired", "过了取件时间，不能再取了。请打 12348，或者联系给您送达的单位。");

    public static Failure Collected { get; } = new("pickup.collected", "这份材料已经取过了，每份只能取一次。不是您取的，请马上打 12348。");

    public static Failure Busy { get; } = new("pickup.busy", "这份材料正在另一台自助机上取，请过几分钟再试。");

    public static Failure NotReady { get; } = new("pickup.notReady", "这份材料还在检查，暂时不能取。请过几分钟再试，还不行请打 12348。");

    public static Failure NotOpen { get; } = new("pickup.notOpen", "取件的时间过了，请重新输取件码、刷身份证。");

    public static Failure Gone { get; } = new("pickup.unknown", "没有这份材料，请刷新后再看。");

    public static Failure State { get; } = new("pickup.state", "这份材料现在不能这样办，请刷新后再看。");

    public static Failure Title { get; } = new("pickup.title", $"请写明是什么材料，最多 {PickupDesk.LongestTitle} 个字。");

    public static Failure Pdf { get; } = new("pickup.pdf", "这个文件打不开。请传没有加密码的 PDF 文件。");

    public static Failure Days(int most) => new("pickup.days", $"取件的天数要在 1 到 {most} 之间。");

    public static Failure Pages(int most) => new("pickup.pages", $"这份材料页数太多，自助机最多打印 {most} 页。请分成几份。");

    public static Failure TooLarge(long bytes) => new("pickup.tooLarge", $"这个文件太大，最多 {bytes / (1024 * 1024)} MB。");
}
