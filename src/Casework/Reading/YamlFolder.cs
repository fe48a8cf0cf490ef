using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LegalService.Casework.Reading;

/// <summary>The YAML files of a corpus folder.</summary>
internal static class YamlFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads each <c>*.yaml</c> in the order of names. A file that is no mapping is noted and left out, and so is a folder without files.</summary>
    public static IReadOnlyList<YamlMap> Read(string folder, CorpusProblems problems)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        if (paths.Length == 0)
            problems.Add(name, 0, $"文件夹里没有 .yaml 文件：{folder}");
        var maps = new List<YamlMap>();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            if (ReadFile(path, $"{name}/{Path.GetFileName(path)}", problems) is { } map)
                maps.Add(map);
        }

        return maps;
    }

    private static YamlMap? ReadFile(string path, string file, CorpusProblems problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(File.ReadAllText(path, Utf8)));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMap(file, root, problems);
            problems.Add(file, 1, "文件要写成“名称: 值”的几行");
        }
        catch (DecoderFallbackException)
        {
            problems.Add(file, 0, "文件不是 UTF-8 编码");
        }
        catch (YamlException exception)
        {
            problems.Add(file, (int)exception.Start.Line, $"这一行读不懂：{exception.InnerException?.Message ?? exception.Message}");
        }

        return null;
    }
}
