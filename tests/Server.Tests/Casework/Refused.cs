using System.Net;
using System.Text.Json;
using Refit;

namespace LegalService.Server.Tests.Casework;

/// <summary>Expects a call to be refused with a problem detail.</summary>
internal static class Refused
{
    /// <summary>The sentence for the citizen.</summary>
    public static async Task<string> WithAsync(string code, HttpStatusCode status, Func<Task> call)
    {
        var failure = await Assert.ThrowsAnyAsync<ApiException>(call);
        Assert.Equal(status, failure.StatusCode);
        using var problem = JsonDocument.Parse(failure.Content!);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        return problem.RootElement.GetProperty("detail").GetString()!;
    }

    /// <summary>The code, whatever the status.</summary>
    public static async Task<string> CodeAsync(Func<Task> call)
    {
        using var problem = JsonDocument.Parse((await Assert.ThrowsAnyAsync<ApiException>(call)).Content!);
        return problem.RootElement.GetProperty("code").GetString()!;
    }
}
