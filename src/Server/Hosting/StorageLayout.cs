using LegalService.Knowledge.Hosting;

namespace LegalService.Server.Hosting;

/// <summary>What lies where below the data directory (setting <c>Storage:DataDirectory</c>, relative to the folder the server is started in).</summary>
internal static class StorageLayout
{
    /// <summary>The shipped corpus, then imported full text; indexes beside it. Setting <c>Knowledge:Folders</c> replaces the folders.</summary>
    public static void Configure(IConfiguration configuration, KnowledgeOptions options)
    {
        var data = Path.GetFullPath(configuration["Storage:DataDirectory"] ?? "data");
        configuration.GetSection("Knowledge").Bind(options);
        if (options.Folders.Count == 0)
        {
            options.Folders.Add(Path.Combine(AppContext.BaseDirectory, "corpus"));
            options.Folders.Add(Path.Combine(data, "fulltext"));
        }

        if (options.IndexFolder.Length == 0)
            options.IndexFolder = Path.Combine(data, "index");
        Directory.CreateDirectory(options.IndexFolder);
    }
}
