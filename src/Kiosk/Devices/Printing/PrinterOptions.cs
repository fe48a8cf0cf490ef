using System.ComponentModel.DataAnnotations;

namespace LegalService.Kiosk.Devices.Printing;

/// <summary>The printer. Settings under <c>Devices:Printer</c>. Without <see cref="Queue"/> there is none.</summary>
internal sealed class PrinterOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Devices:Printer";

    /// <summary>The CUPS queue, such as <c>ipp://127.0.0.1:631/printers/slips</c>. Null: there is no printer.</summary>
    public Uri? Queue { get; set; }

    /// <summary>What slips are laid out for.</summary>
    public PaperKind Paper { get; set; } = PaperKind.Roll80;

    /// <summary>Family of the letters on slips, as the system knows it.</summary>
    public string Font { get; set; } = "Noto Sans CJK SC";

    /// <summary>How long a job may stand still, without paper for instance, before it is taken back.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ErrorMessage = "Devices:Printer:GiveUpAfter 要在 1 秒到 30 分钟之间")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a job is asked after.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:10", ErrorMessage = "Devices:Printer:AskEvery 要在 0.05 秒到 10 秒之间")]
    public TimeSpan AskEvery { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest that the print system may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Devices:Printer:Timeout 要在 0.1 秒到 1 分钟之间")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Queue is { IsAbsoluteUri: false } or { Scheme: not ("ipp" or "http") })
            yield return new("Devices:Printer:Queue：要写成 ipp://127.0.0.1:631/printers/队列名；没有打印机就不写");
        if (Queue is not null && !Slips.SlipFont.IsInstalled(Font))
            yield return new($"Devices:Printer:Font：这台机器没有字体“{Font}”，请安装 fonts-noto-cjk");
    }
}

/// <summary>Paper that slips are laid out for.</summary>
internal enum PaperKind
{
    /// <summary>A roll of 80 mm; a slip is as long as it needs to be.</summary>
    Roll80,

    /// <summary>Sheets of A4.</summary>
    A4,
}
