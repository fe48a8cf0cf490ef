using System.ComponentModel.DataAnnotations;

namespace LegalService.Knowledge.Sync;

/// <summary>Settings under <c>Sync</c>.</summary>
public sealed class SyncOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Sync";

    /// <summary>Where the national database of laws is.</summary>
    [Required(ErrorMessage = "Sync:BaseUrl 没有写")]
    public Uri BaseUrl { get; set; } = new("https://flk.npc.gov.cn/");

    /// <summary>Least time between the starts of two requests. Default one second: the database is everybody's.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "Sync:RequestInterval 要在 0 秒到 5 分钟之间")]
    public TimeSpan RequestInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest time one try of a request may take, its body included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Sync:AttemptTimeout 要在 1 秒到 10 分钟之间")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a request that failed is tried again.</summary>
    [Range(0, 10, ErrorMessage = "Sync:Retries 要在 0 到 10 之间")]
    public int Retries { get; set; } = 3;

    /// <summary>Wait before the second try; doubled before each further one. Retry-After of the database comes first.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ErrorMessage = "Sync:RetryDelay 要在 0.1 秒到 5 分钟之间")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A longer Retry-After is not waited for: the run stops and the next one goes on.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Sync:LongestRetryAfter 要在 1 秒到 1 小时之间")]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Rows asked for at once.</summary>
    [Range(1, 100, ErrorMessage = "Sync:PageSize 要在 1 到 100 之间")]
    public int PageSize { get; set; } = 100;

    /// <summary>After so many laws in a row that failed because of the database itself, the run stops.</summary>
    [Range(1, 1000, ErrorMessage = "Sync:StopAfter 要在 1 到 1000 之间")]
    public int StopAfter { get; set; } = 3;

    /// <summary>A run that was stopped is gone on with for so long; later every law is asked for again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00", ErrorMessage = "Sync:ResumeWithin 要在 0 到 30 天之间")]
    public TimeSpan ResumeWithin { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Largest answer that is read, in bytes.</summary>
    [Range(1024, 256 * 1024 * 1024, ErrorMessage = "Sync:MaxFileBytes 要在 1024 到 268435456 之间")]
    public int MaxFileBytes { get; set; } = 32 * 1024 * 1024;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!BaseUrl.IsAbsoluteUri || (BaseUrl.Scheme != Uri.UriSchemeHttps && BaseUrl.Scheme != Uri.UriSchemeHttp))
            yield return new ValidationResult("Sync:BaseUrl 要写成 https:// 或 http:// 开头的完整地址", [nameof(BaseUrl)]);
    }
}
