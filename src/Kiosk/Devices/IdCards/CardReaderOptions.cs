using System.ComponentModel.DataAnnotations;

namespace LegalService.Kiosk.Devices.IdCards;

/// <summary>The card reader. Settings under <c>Devices:CardReader</c>; one of <see cref="Port"/> and <see cref="Url"/>, or neither when there is none.</summary>
internal sealed class CardReaderOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Devices:CardReader";

    /// <summary>Serial line of a reader with a security module (SAM), such as <c>/dev/ttyUSB0</c>. Empty: not by line.</summary>
    public string Port { get; set; } = "";

    /// <summary>Bits a second on that line.</summary>
    [AllowedValues(9600, 19200, 38400, 57600, 115200, ErrorMessage = "Devices:CardReader:Rate 只能是 9600、19200、38400、57600 或 115200")]
    public int Rate { get; set; } = 115200;

    /// <summary>The maker's own service on this machine, such as <c>http://127.0.0.1:19196/</c>. Null: not by service.</summary>
    public Uri? Url { get; set; }

    /// <summary>What that service says, as a regular expression, when the reader itself does not work; everything else means that no card was read.</summary>
    public string FaultPattern { get; set; } = "端口|设备|未连接";

    /// <summary>What that service says, as a regular expression, when a card was there and could not be read.</summary>
    public string UnreadPattern { get; set; } = "读卡失败|选卡失败|读取失败";

    /// <summary>How often a card is looked for. Modules want at least 0.3 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.02", "00:00:05", ErrorMessage = "Devices:CardReader:AskEvery 要在 0.02 秒到 5 秒之间")]
    public TimeSpan AskEvery { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest that the reader may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30", ErrorMessage = "Devices:CardReader:Timeout 要在 0.1 秒到 30 秒之间")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Port.Length > 0 && Url is not null)
            yield return new("Devices:CardReader：Port（串口）和 Url（厂家服务）只能写一个");
        if (Url is { IsAbsoluteUri: false } or { IsLoopback: false } or { Scheme: not "http" })
            yield return new("Devices:CardReader:Url：要是这台机器上的 http 地址，如 http://127.0.0.1:19196/，身份证信息不能离开这台机器");
    }
}
