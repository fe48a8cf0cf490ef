using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Devices.IdCards.Http;

/// <summary>
/// A reader behind its maker's own service on this machine: <c>GET /readcard</c> answers at once with JSON, <c>resultFlag</c> 0 and the card, or another one
/// and an <c>errorMsg</c>. The card's photo is not taken over.
/// </summary>
internal sealed class HttpCardReader(HttpClient http, IOptions<CardReaderOptions> options, DeviceHealth health, TimeProvider time) : IIdCardReader, IDevice
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly Regex _fault = new(options.Value.FaultPattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimit);
    private readonly Regex _unread = new(options.Value.UnreadPattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimit);
    private readonly CardTroubles _troubles = new();
    private string _lastNumber = "";

    /// <inheritdoc/>
    public async Task<CardReading> ReadAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var answer = await AskAsync(cancel);
                if (answer.Card is { } card)
                {
                    _lastNumber = card.Number;
                    var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Beijing).DateTime);
                    return _troubles.Clear(card.Believe(today));
                }

                if (_fault.IsMatch(answer.Message))
                {
                    health.Set(new(DeviceKind.IdReader, DeviceState.Failed, answer.Message));
                    return new CardReading.NoReader();
                }

                if (_unread.IsMatch(answer.Message))
                    return _troubles.Missed();
                await Task.Delay(options.Value.AskEvery, time, cancel);
            }
        }
        catch (Exception exception) when (IsDown(exception))
        {
            health.Set(new(DeviceKind.IdReader, DeviceState.Offline));
            return new CardReading.NoReader();
        }
    }

    /// <inheritdoc/>
    public async Task WaitUntilTakenAsync(CancellationToken cancel)
    {
        try
        {
            // A service that reads a card once says already now that there is none.
            while ((await AskAsync(cancel)).Card?.Number == _lastNumber)
                await Task.Delay(options.Value.AskEvery, time, cancel);
        }
        catch (Exception exception) when (IsDown(exception))
        {
            // The reader is gone, and who waits for the card would wait for ever.
        }
        finally
        {
            _lastNumber = "";
        }
    }

    /// <inheritdoc/>
    public async Task<DeviceStatus> CheckAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("OpenDevice", UriKind.Relative), cancel);
            answer.EnsureSuccessStatusCode();
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel));
            var message = Text(json.RootElement, "errorMsg");
            return Text(json.RootElement, "resultFlag") == "0" || !_fault.IsMatch(message)
                ? new(DeviceKind.IdReader, DeviceState.Ok)
                : new(DeviceKind.IdReader, DeviceState.Failed, message);
        }
        catch (Exception exception) when (IsDown(exception))
        {
            return new(DeviceKind.IdReader, DeviceState.Offline);
        }
    }

    private async Task<(CardFields? Card, string Message)> AskAsync(CancellationToken cancel)
    {
        using var answer = await http.GetAsync(new Uri($"readcard&t={time.GetUtcNow().ToUnixTimeMilliseconds()}", UriKind.Relative), cancel);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel));
        var root = json.RootElement;
        if (Text(root, "resultFlag") != "0")
            return (null, Text(root, "errorMsg"));
        return (Card(root.TryGetProperty("resultContent", out var content) && content.ValueKind == JsonValueKind.Object ? content : root), "");
    }

    private static CardFields Card(JsonElement card) => new(
        Name: Text(card, "partyName"),
        Number: Text(card, "certNumber").ToUpperInvariant(),
        Sex: Text(card, "gender") switch { "1" or "男" => "男", "0" or "2" or "女" => "女", _ => "" },
        Nation: Text(card, "nation").TrimEnd('族'),
        Birth: Digits(Text(card, "bornDay")),
        Address: Text(card, "certAddress"),
        Issuer: Text(card, "certOrg"),
        From: Digits(Text(card, "effDate")),
        Until: Text(card, "expDate") is "长期" ? "长期" : Digits(Text(card, "expDate")));

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString().Trim() : "";

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static bool IsDown(Exception exception) =>
        exception is HttpRequestException or JsonException or TaskCanceledException { InnerException: TimeoutException };
}
