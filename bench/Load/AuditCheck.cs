using LegalService.Casework;
using LegalService.Casework.Audit;
using LegalService.Casework.Store;
using LegalService.Interviews;

namespace LegalService.Load;

/// <summary>Verifies the audit trail of a store that no server has open.</summary>
internal static class AuditCheck
{
    public static async Task<string> VerifyAsync(StoreProvider provider, string data, string? connection)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddInterviews(options => options.Folder = Path.Combine(AppContext.BaseDirectory, "corpus", "services"));
        builder.Services.AddCasework(options => (options.Provider, options.DataDirectory, options.ConnectionString) = (provider, data, connection));
        using var host = builder.Build();
        await host.StartAsync();
        var chain = host.Services.GetRequiredService<AuditChain>();
        while (await chain.RunOnceAsync(CancellationToken.None) > 0)
        {
        }

        var verdict = await chain.VerifyAsync(known: null, CancellationToken.None);
        await host.StopAsync();
        return verdict.IsWhole ? $"whole({verdict.Intact})" : $"broken({verdict.Break?.Sequence} {verdict.Break?.Kind})";
    }
}
