using System.Net;
using System.Text.Json;

namespace LegalService.Server.Tests.Hosting;

/// <summary>What every refusal has in common.</summary>
public static class Problems
{
    /// <summary>Holds that a response is a problem detail with that status and code and a Chinese sentence; gives it back.</summary>
    public static async Task<JsonElement> AssertProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(text);
        var problem = document.RootElement.Clone();
        Assert.Equal(code, problem.Text("code"));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Contains(problem.Text("detail"), character => character is >= '\u4E00' and <= '\u9FFF');
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        return problem;
    }
}
