using LegalService.Interviews;
using LegalService.Interviews.Languages;
using LegalService.Knowledge.Hosting;

namespace LegalService.Kiosk.Hosting;

/// <summary>What lies where below the data directory (setting <c>Storage:DataDirectory</c>, relative to the folder the kiosk is started in).</summary>
internal static class MachineLayout
{
    public static void Configure(IConfiguration configuration, KnowledgeOptions options)
    {
        configuration.GetSection("Knowledge").Bind(options);
        if (options.Folders.Count == 0)
            options.Folders.Add(Path.Combine(AppContext.BaseDirectory, "corpus"));
        if (options.IndexFolder.Length == 0)
            options.IndexFolder = Path.Combine(DataDirectory(configuration), "index");
        Directory.CreateDirectory(options.IndexFolder);
    }

    public static void Configure(IConfiguration configuration, InterviewsOptions options)
    {
        options.Folder = Path.Combine(AppContext.BaseDirectory, "corpus", "services");
        configuration.GetSection("Interviews").Bind(options);
    }

    public static void Configure(IConfiguration configuration, TextsOptions options)
    {
        options.Folder = Path.Combine(AppContext.BaseDirectory, "corpus", "texts");
        configuration.GetSection(TextsOptions.Section).Bind(options);
    }

    private static string DataDirectory(IConfiguration configuration) => Path.GetFullPath(configuration["Storage:DataDirectory"] ?? "kiosk-data");
}
