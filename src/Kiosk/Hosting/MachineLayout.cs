using LegalService.Interviews.Languages;
using LegalService.Kiosk.Keeping;
using LegalService.Knowledge.Hosting;

namespace LegalService.Kiosk.Hosting;

/// <summary>Where what the program was shipped with lies, and what it makes of it.</summary>
internal static class MachineLayout
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "corpus");

    public static void Configure(IConfiguration configuration, KnowledgeOptions options)
    {
        configuration.GetSection("Knowledge").Bind(options);
        if (options.Folders.Count == 0)
            options.Folders.Add(Shipped);
        if (options.IndexFolder.Length == 0)
            options.IndexFolder = new MachineFolders(Path.GetFullPath(configuration["Storage:DataDirectory"] ?? new KeepingOptions().DataDirectory)).Index;
        Directory.CreateDirectory(options.IndexFolder);
    }

    public static void Configure(IConfiguration configuration, TextsOptions options)
    {
        options.Folder = Path.Combine(Shipped, "texts");
        configuration.GetSection(TextsOptions.Section).Bind(options);
    }
}
