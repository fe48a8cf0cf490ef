using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegalService.Casework.Notifications.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace LegalService.Casework.Notifications.Sms;

/// <summary>A text message.</summary>
/// <param name="Id">The same however often it is sent.</param>
/// <param name="Phone">As dialled.</param>
/// <param name="Text">With the signature.</param>
/// <param name="Template">Key in <see cref="SmsOptions.Templates"/>: the kind, for the neutral text with <c>.neutral</c> behind it.</param>
internal sealed record SmsMessage(Guid Id, string Phone, string Text, string Template)
{
    // A log may hold it.
    public override string ToString() => $"{Template} {Id}";
}

/// <summary>
/// The county's gateway over HTTP. What it refuses for good (400, 410, 413, 422 and other 4xx) is refused; what says that it is busy (408, 425, 429, 5xx, no answer
/// in time) and what a wrong setting of ours would cause (3xx, 401, 403, 404, 405, 407) is tried later; 409 means that it has the message.
/// </summary>
internal sealed class SmsGateway(IHttpClientFactory clients, IOptions<SmsOptions> options, ILogger<SmsGateway> logger)
{
    /// <summary>Name of the client.</summary>
    public const string Client = "LegalService.Sms";

    private const int LongestAnswer = 64 * 1024;

    private readonly SmsOptions _options = options.Value;

    public bool IsConfigured => _options.Url is not null;

    public async Task<SendAnswer> SendAsync(SmsMessage message, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var request = Request(message);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
            return Judge(response.StatusCode, await response.Content.ReadAsStringAsync(cancellation), response.Headers.RetryAfter?.Delta);
        }
        catch (TimeoutRejectedException)
        {
            return new SendAnswer(SendOutcome.TryLater, "gateway.timeout");
        }
        catch (BrokenCircuitException)
        {
            return new SendAnswer(SendOutcome.TryLater, "gateway.resting");
        }
        catch (HttpRequestException exception)
        {
            return new SendAnswer(SendOutcome.TryLater, $"gateway.{JsonNamingPolicy.CamelCase.ConvertName(exception.HttpRequestError.ToString())}");
        }
    }

    /// <summary>The client's limit on what it reads, so that a lying gateway fills no memory.</summary>
    public static void Configure(HttpClient client)
    {
        client.MaxResponseContentBufferSize = LongestAnswer;
        // Each try has its own limit.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("LegalService/1.0");
    }

    private HttpRequestMessage Request(SmsMessage message)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["phone"] = message.Phone,
            ["text"] = message.Text,
            ["id"] = message.Id.ToString("N"),
            ["token"] = _options.Token ?? "",
            ["template"] = _options.Templates.TryGetValue(message.Template, out var template) ? template : "",
        };
        Func<string, string> escape = _options.ContentType == "application/json" ? JsonText : Uri.EscapeDataString;
        var request = new HttpRequestMessage(new HttpMethod(_options.Method), _options.Url)
        {
            Content = new StringContent(Fill(_options.Body, values, escape), Encoding.UTF8, _options.ContentType),
        };
        foreach (var (name, value) in _options.Headers)
            request.Headers.TryAddWithoutValidation(name, Fill(value, values, text => text));
        return request;
    }

    private SendAnswer Judge(HttpStatusCode status, string body, TimeSpan? retryAfter)
    {
        var code = (int)status;
        if (status == HttpStatusCode.Conflict || Matches(_options.DuplicatePattern, body))
            return new SendAnswer(SendOutcome.Sent, ForeignId: ForeignId(body));
        if (code is >= 200 and < 300)
        {
            if (Matches(_options.BusyPattern, body))
                return new SendAnswer(SendOutcome.TryLater, "gateway.busy", RetryAfter: retryAfter);
            return _options.AcceptedPattern is null || Matches(_options.AcceptedPattern, body)
                ? new SendAnswer(SendOutcome.Sent, ForeignId: ForeignId(body))
                : new SendAnswer(SendOutcome.Refused, "gateway.refused");
        }

        if (code is 401 or 403 or 404 or 405 or 407 or (>= 300 and < 400))
        {
            logger.LogError("The SMS gateway answers {Status}: check the settings under Sms", code);
            return new SendAnswer(SendOutcome.TryLater, $"gateway.{code}");
        }

        return code is 408 or 425 or 429 or >= 500
            ? new SendAnswer(SendOutcome.TryLater, $"gateway.{code}", RetryAfter: retryAfter)
            : new SendAnswer(SendOutcome.Refused, $"gateway.{code}");
    }

    private string? ForeignId(string body)
    {
        if (_options.ForeignIdPattern is not { } pattern)
            return null;
        var id = Regex.Match(body, pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1)).Groups[1].Value;
        return id.Length is > 0 and <= 100 ? id : null;
    }

    private static bool Matches(string? pattern, string body) =>
        pattern is not null && Regex.IsMatch(body, pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    private static string Fill(string template, Dictionary<string, string> values, Func<string, string> escape) =>
        SmsOptions.Placeholder().Replace(template, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? escape(value) : match.Value);

    private static string JsonText(string text) => JsonSerializer.Serialize(text)[1..^1];
}
