using System.Text.Json;
using LegalService.Contracts;
using Microsoft.Extensions.Localization;
using Refit;

namespace LegalService.Kiosk.Screens.Shell;

/// <summary>What a citizen is told when the centre refuses, or does not answer.</summary>
internal static class Trouble
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Runs a call and gives its value, or the sentence that says why there is none.</summary>
    public static async Task<(T? Value, string? Fault)> TryAsync<T>(Func<Task<T>> call, IStringLocalizer texts)
        where T : class
    {
        try
        {
            return (await call(), null);
        }
        catch (ApiException refusal)
        {
            return (null, Problem(refusal)?.Detail ?? texts["kiosk.trouble"]);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or TimeoutException)
        {
            return (null, texts["kiosk.trouble"]);
        }
    }

    private static ProblemResponse? Problem(ApiException refusal)
    {
        try
        {
            return string.IsNullOrEmpty(refusal.Content) ? null : JsonSerializer.Deserialize<ProblemResponse>(refusal.Content, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
