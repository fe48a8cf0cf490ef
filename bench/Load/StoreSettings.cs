using LegalService.Casework.Store;
using LegalService.Support;

namespace LegalService.Load;

/// <summary>The settings of an empty store.</summary>
internal static class StoreSettings
{
    public static async Task<Dictionary<string, string>> NewAsync(StoreProvider provider) => provider == StoreProvider.PostgreSql
        ? new(StringComparer.Ordinal)
        {
            ["Storage__Provider"] = "PostgreSql",
            ["ConnectionStrings__Default"] = await PostgresServer.NewDatabaseAsync(),
        }
        : [];
}
