using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace LegalService.Casework.Notifications.Sms;

/// <summary>The county's SMS gateway. Settings under <c>Sms</c>. Without <see cref="Url"/> no text messages are sent.</summary>
public sealed partial class SmsOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Sms";

    private static readonly string[] Known = ["phone", "text", "id", "token", "template"];

    /// <summary>Where messages are posted to. No placeholders: an address is written into logs on its way. Null: there is no gateway.</summary>
    public Uri? Url { get; set; }

    /// <summary><c>POST</c> or <c>PUT</c>.</summary>
    [RegularExpression("POST|PUT", ErrorMessage = "Sms:Method 只能是 POST 或 PUT")]
    public string Method { get; set; } = "POST";

    /// <summary>Headers by name; <c>{token}</c> and <c>{id}</c> may stand in their values.</summary>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The body with <c>{phone}</c>, <c>{text}</c>, <c>{id}</c> (the same however often a message is sent), <c>{token}</c> and <c>{template}</c>, each written as the
    /// content type asks.
    /// </summary>
    public string Body { get; set; } = """{"phone":"{phone}","text":"{text}","id":"{id}"}""";

    /// <summary><c>application/json</c> or <c>application/x-www-form-urlencoded</c>.</summary>
    [RegularExpression("application/json|application/x-www-form-urlencoded", ErrorMessage = "Sms:ContentType 只能是 application/json 或 application/x-www-form-urlencoded")]
    public string ContentType { get; set; } = "application/json";

    /// <summary>Secret of the gateway; stands for <c>{token}</c>. Null when it needs none.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// The gateway's own template ids (短信模板编号) by kind, for the neutral text of a kind with <c>.neutral</c> behind it; stands for <c>{template}</c>.
    /// </summary>
    public IDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A regular expression that the body of a good answer matches. Null: every 2xx is good.</summary>
    public string? AcceptedPattern { get; set; }

    /// <summary>One that the body of an answer matches when the gateway has this id already: as good as accepted. Null: only status 409 says so.</summary>
    public string? DuplicatePattern { get; set; }

    /// <summary>One that the body of a 2xx answer matches when it should be tried again, such as a limit per minute. Null: none does.</summary>
    public string? BusyPattern { get; set; }

    /// <summary>One whose first group is the gateway's own id of the message. Null: it has none.</summary>
    public string? ForeignIdPattern { get; set; }

    /// <summary>Longest time for one request.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Sms:Timeout 要在 0.1 秒到 1 分钟之间")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How often a request is sent again at once when the line broke or the gateway failed. The outbox tries again later anyway.</summary>
    [Range(0, 5, ErrorMessage = "Sms:Retries 要在 0 到 5 之间")]
    public int Retries { get; set; } = 1;

    /// <summary>Secret that delivery receipts must carry. Null: receipts are refused.</summary>
    public string? ReceiptToken { get; set; }

    /// <summary>Allows http instead of https to another machine, as inside a government network.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, pattern) in new[] { (nameof(AcceptedPattern), AcceptedPattern), (nameof(DuplicatePattern), DuplicatePattern), (nameof(BusyPattern), BusyPattern), (nameof(ForeignIdPattern), ForeignIdPattern) })
        {
            if (pattern is not null && !IsPattern(pattern))
                yield return new ValidationResult($"Sms:{name} 不能用作正则表达式", [name]);
        }

        foreach (var placeholder in Headers.Values.SelectMany(Placeholders).Except(["token", "id"], StringComparer.Ordinal))
            yield return new ValidationResult($"Sms:Headers 里不能用 {{{placeholder}}}", [nameof(Headers)]);
        foreach (var placeholder in Placeholders(Body).Except(Known, StringComparer.Ordinal))
            yield return new ValidationResult($"Sms:Body 里不认识 {{{placeholder}}}", [nameof(Body)]);
        if (Url is null)
            yield break;
        if (!Url.IsAbsoluteUri || (Url.Scheme != Uri.UriSchemeHttps && Url.Scheme != Uri.UriSchemeHttp))
            yield return new ValidationResult("Sms:Url 要写成 https:// 开头的完整地址", [nameof(Url)]);
        else if (Url.Scheme == Uri.UriSchemeHttp && !Url.IsLoopback && !AllowPlainHttp)
            yield return new ValidationResult("Sms:Url 要用 https；政务内网里只有 http 时，设置 Sms:AllowPlainHttp", [nameof(Url)]);
        if (!Placeholders(Body).Contains("phone", StringComparer.Ordinal) || !Placeholders(Body).Contains("id", StringComparer.Ordinal))
            yield return new ValidationResult("Sms:Body 里要有 {phone} 和 {id}", [nameof(Body)]);
    }

    internal static IEnumerable<string> Placeholders(string template) => Placeholder().Matches(template).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    internal static partial Regex Placeholder();

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
