using LegalService.Casework.Kiosks;

namespace LegalService.Server.Staff.Kiosks;

/// <summary>What things are called on the pages of the kiosks.</summary>
internal static class KioskWords
{
    private const long Gigabyte = 1024 * 1024 * 1024;

    public static string Device(string kind) => kind switch
    {
        "printer" => "打印机",
        "idReader" => "身份证读卡器",
        "scanner" => "扫码器",
        "camera" => "摄像头",
        "speaker" => "扬声器",
        _ => kind,
    };

    public static string State(string state) => state switch
    {
        DeviceStates.Ok => "正常",
        DeviceStates.PaperLow => "纸快用完",
        DeviceStates.PaperOut => "没纸了",
        DeviceStates.Jam => "卡纸",
        DeviceStates.Failed => "坏了",
        DeviceStates.Offline => "连不上",
        DeviceStates.None => "没有装",
        _ => state,
    };

    public static string Alarm(KioskAlarm alarm) => alarm.Kind switch
    {
        KioskAlarmKind.Silent => "很久没有消息：可能断电、断网或者死机",
        KioskAlarmKind.Device when alarm.Detail?.Split('/') is [var kind, var state] => $"{Device(kind)}{State(state)}",
        KioskAlarmKind.Outbox => $"有 {alarm.Detail} 件还没有送到，最早的等得太久",
        KioskAlarmKind.Clock => $"时钟差 {alarm.Detail} 秒",
        KioskAlarmKind.Disk => $"磁盘快满，只剩 {alarm.Detail} MB",
        KioskAlarmKind.Version => "程序版本和中心不配，要升级",
        KioskAlarmKind.Corpus => "资料还是旧的，一直没有更新",
        _ => $"自己报告的问题：{Problem(alarm.Detail ?? "")}",
    };

    /// <summary>Codes that kiosks report; one that is not known here is shown as it is.</summary>
    public static string Problem(string code) => code switch
    {
        "outbox.torn" => "待送的件有读不出来的",
        "outbox.refused" => "有件被中心退回",
        "corpus.failed" => "收到的资料用不了",
        "disk.full" => "磁盘满了，存不下件",
        "clock.wrong" => "时钟不准",
        _ => code,
    };

    /// <summary>How the printer is, or null where the machine says nothing of one.</summary>
    public static string? Paper(KioskReport? report) => report?.Devices.FirstOrDefault(device => device.Kind == "printer") is { } printer ? State(printer.State) : null;

    /// <summary>How long ago, in the largest unit.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalSeconds: < 60 } => "刚才",
        { TotalMinutes: < 60 } past => $"{past.TotalMinutes:0} 分钟前",
        { TotalHours: < 48 } past => $"{past.TotalHours:0} 小时前",
        var past => $"{past.TotalDays:0} 天前",
    };

    public static string Disk(long bytes) => $"{(double)bytes / Gigabyte:0.#} GB";
}
