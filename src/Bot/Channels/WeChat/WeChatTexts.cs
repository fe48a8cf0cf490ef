using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegalService.Bot.Channels.WeChat;

/// <summary>What the channel itself says, from <c>corpus/answers/wechat.yaml</c>. A line with {page} is left out where no page is set.</summary>
internal sealed class WeChatTexts
{
    /// <summary>To who begins to follow the account, or scans its code.</summary>
    public string Subscribe { get; set; } = "";

    /// <summary>To a voice message of which nothing was understood.</summary>
    public string Voice { get; set; } = "";

    /// <summary>To a picture.</summary>
    public string Image { get; set; } = "";

    /// <summary>To every other kind of message.</summary>
    public string Unsupported { get; set; } = "";

    /// <summary>To an entry of a menu that is no more.</summary>
    public string UnknownMenu { get; set; } = "";

    /// <summary>When answering went wrong.</summary>
    public string Failed { get; set; } = "";

    /// <summary>Before the nearest service points.</summary>
    public string PlacesFound { get; set; } = "";

    /// <summary>When no service points are known.</summary>
    public string PlacesNone { get; set; } = "";

    /// <summary>Before the numbered choices.</summary>
    public string Choices { get; set; } = "";

    /// <summary>Before the articles that an answer rests on.</summary>
    public string Citations { get; set; } = "";
}

/// <summary>Reads the files of the channel. A mistake stops the start, with file and line.</summary>
internal static class WeChatFiles
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <exception cref="InvalidDataException">A text is missing.</exception>
    public static WeChatTexts ReadTexts(string folder, Uri? page)
    {
        var texts = Read<WeChatTexts>(folder, "wechat.yaml");
        foreach (var property in typeof(WeChatTexts).GetProperties())
        {
            var text = (string?)property.GetValue(texts);
            if (string.IsNullOrWhiteSpace(text))
                throw new InvalidDataException($"answers/wechat.yaml: {char.ToLowerInvariant(property.Name[0])}{property.Name[1..]} 没有写");
            property.SetValue(texts, WithPage(text, page));
        }

        return texts;
    }

    /// <exception cref="InvalidDataException">The menu breaks a rule of WeChat's.</exception>
    public static WeChatMenu ReadMenu(string folder)
    {
        var menu = Read<WeChatMenu>(folder, "wechat-menu.yaml");
        var faults = menu.Faults().ToList();
        return faults.Count == 0 ? menu : throw new InvalidDataException(string.Join('\n', faults.Select(fault => $"answers/wechat-menu.yaml: {fault}")));
    }

    private static string WithPage(string text, Uri? page) => string.Join('\n', text.TrimEnd().Split('\n')
        .Where(line => page is not null || !line.Contains("{page}", StringComparison.Ordinal))
        .Select(line => line.Replace("{page}", page?.ToString(), StringComparison.Ordinal)));

    private static T Read<T>(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw new InvalidDataException($"answers/{name}: 缺少这个文件（WeChat:TextsFolder 是 {folder}）");
        try
        {
            return Yaml.Deserialize<T>(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)))
                ?? throw new InvalidDataException($"answers/{name}: 文件是空的");
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"answers/{name}: 文件不是 UTF-8 编码", exception);
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"answers/{name}({exception.Start.Line}): {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }
}
