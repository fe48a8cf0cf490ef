using LegalService.Bot.Channels.WeChat;
using LegalService.Casework.Store;
using LegalService.Interviews;
using LegalService.Interviews.Languages;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.LanguageModel;
using LegalService.Server.Kiosks;
using LegalService.Server.Staff.Knowledge;

namespace LegalService.Server.Hosting;

/// <summary>What lies where below the data directory (setting <c>Storage:DataDirectory</c>, relative to the folder the server is started in).</summary>
internal static class StorageLayout
{
    /// <summary>
    /// The shipped corpus, then imported full text, then what the knowledge desk has put into use; indexes beside it. Setting <c>Knowledge:Folders</c> replaces
    /// the first two.
    /// </summary>
    public static void Configure(IConfiguration configuration, KnowledgeOptions options)
    {
        var data = DataDirectory(configuration);
        configuration.GetSection("Knowledge").Bind(options);
        if (options.Folders.Count == 0)
        {
            options.Folders.Add(Path.Combine(AppContext.BaseDirectory, "corpus"));
            options.Folders.Add(Path.Combine(data, "fulltext"));
        }

        var desk = new DeskOptions();
        Configure(configuration, desk);
        options.Folders.Add(desk.Folder);
        if (options.IndexFolder.Length == 0)
            options.IndexFolder = Path.Combine(data, "index");
        Directory.CreateDirectory(options.IndexFolder);
    }

    /// <summary>What the knowledge desk has put into use, written from the store.</summary>
    public static void Configure(IConfiguration configuration, DeskOptions options)
    {
        configuration.GetSection("KnowledgeDesk").Bind(options);
        if (options.Folder.Length == 0)
            options.Folder = Path.Combine(DataDirectory(configuration), "desk");
    }

    /// <summary>Database, key and attachments of casework; the connection string is <c>ConnectionStrings:Default</c>.</summary>
    public static void Configure(IConfiguration configuration, StoreOptions options)
    {
        configuration.GetSection("Storage").Bind(options);
        options.DataDirectory = DataDirectory(configuration);
        options.ConnectionString = configuration.GetConnectionString("Default");
    }

    /// <summary>Services and calculators of the shipped corpus, unless <c>Interviews:Folder</c> and <c>Interviews:CalculatorsFolder</c> name others.</summary>
    public static void Configure(IConfiguration configuration, InterviewsOptions options)
    {
        options.Folder = Path.Combine(AppContext.BaseDirectory, "corpus", "services");
        options.CalculatorsFolder = Path.Combine(AppContext.BaseDirectory, "corpus", "calculators");
        options.FormsFolder = Path.Combine(AppContext.BaseDirectory, "corpus", "forms");
        configuration.GetSection("Interviews").Bind(options);
    }

    /// <summary>The texts of screens of the shipped corpus, unless <c>Texts:Folder</c> names others.</summary>
    public static void Configure(IConfiguration configuration, TextsOptions options)
    {
        options.Folder = Path.Combine(AppContext.BaseDirectory, "corpus", "texts");
        configuration.GetSection(TextsOptions.Section).Bind(options);
    }

    /// <summary>The texts and the menu of the shipped corpus, unless <c>WeChat:TextsFolder</c> names others.</summary>
    public static void Configure(IConfiguration configuration, WeChatOptions options)
    {
        options.TextsFolder = Path.Combine(AppContext.BaseDirectory, "corpus", "answers");
        configuration.GetSection(WeChatOptions.Section).Bind(options);
    }

    /// <summary>The language model; vectors of articles beside the indexes.</summary>
    public static void Configure(IConfiguration configuration, ModelOptions options)
    {
        options.CacheFolder = Path.Combine(DataDirectory(configuration), "embeddings");
        configuration.GetSection(ModelOptions.Section).Bind(options);
    }

    /// <summary>What is packed for kiosks.</summary>
    public static void Configure(IConfiguration configuration, BundleOptions options)
    {
        configuration.GetSection("Kiosks:Bundle").Bind(options);
        if (options.Folder.Length == 0)
            options.Folder = Path.Combine(DataDirectory(configuration), "kiosk");
    }

    private static string DataDirectory(IConfiguration configuration) => Path.GetFullPath(configuration["Storage:DataDirectory"] ?? "data");
}
