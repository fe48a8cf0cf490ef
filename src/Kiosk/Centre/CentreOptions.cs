using System.ComponentModel.DataAnnotations;

namespace LegalService.Kiosk.Centre;

/// <summary>How the centre is reached. Settings under <c>Server</c>.</summary>
internal sealed class CentreOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Server";

    /// <summary>Where the centre is.</summary>
    [Required(ErrorMessage = "Server:BaseUrl 没有写")]
    public Uri BaseUrl { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>How long a connection may take to come about; then the line counts as cut.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:00:30", ErrorMessage = "Server:ConnectWithin 要在 0.5 秒到 30 秒之间")]
    public TimeSpan ConnectWithin { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long one call may take, the corpus excepted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "Server:CallWithin 要在 1 秒到 5 分钟之间")]
    public TimeSpan CallWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a question waits for the centre before it is answered on the machine.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00", ErrorMessage = "Server:AnswerWithin 要在 0.5 秒到 1 分钟之间")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How often the centre is called while it does not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "Server:TryEvery 要在 0.1 秒到 10 分钟之间")]
    public TimeSpan TryEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause between two heartbeats, whatever the centre says: it is what a revocation or a pause waits for at most.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Server:BeatEvery 要在 1 秒到 1 分钟之间")]
    public TimeSpan BeatEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>By how much the machine's clock may be off before it counts as wrong.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ErrorMessage = "Server:ClockTolerance 要在 5 秒到 1 小时之间")]
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromSeconds(30);
}
