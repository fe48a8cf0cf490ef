using System.Text;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews;

/// <summary>The services of a county. Immutable; safe for any number of threads.</summary>
public sealed class ServiceCatalog
{
    private const int MaxFileBytes = 512 * 1024;

    private readonly Dictionary<string, ServiceDefinition> byId;

    internal ServiceCatalog(IReadOnlyList<ServiceDefinition> services)
    {
        Services = services;
        byId = services.ToDictionary(service => service.Id, StringComparer.Ordinal);
    }

    /// <summary>All services, in the county's own order.</summary>
    public IReadOnlyList<ServiceDefinition> Services { get; }

    /// <summary>The service with this id, or null.</summary>
    public ServiceDefinition? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads every <c>*.yaml</c> of a folder.</summary>
    /// <param name="folder">The folder <c>corpus/services</c>.</param>
    /// <param name="limits">How much may be typed into an interview; null: the defaults.</param>
    /// <exception cref="ServiceDefinitionException">A file has a mistake, or there is none; all mistakes of all files are in it.</exception>
    public static ServiceCatalog Load(string folder, InterviewLimits? limits = null)
    {
        if (!Directory.Exists(folder))
            throw new ServiceDefinitionException([new("services", 0, "service.noFolder", $"没有这个文件夹：{folder}")]);
        var readings = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => Read(path, limits)).ToList();
        var problems = readings.SelectMany(reading => reading.Problems).ToList();
        if (readings.Count == 0)
            problems.Add(new("services", 0, "service.none", "文件夹里没有一项服务（*.yaml）"));
        return problems.Count == 0
            ? new([.. readings.Select(reading => reading.Definition!).OrderBy(service => service.Order).ThenBy(service => service.Id, StringComparer.Ordinal)])
            : throw new ServiceDefinitionException(problems);
    }

    private static ServiceReading Read(string path, InterviewLimits? limits)
    {
        var file = $"services/{Path.GetFileName(path)}";
        if (new FileInfo(path).Length > MaxFileBytes)
            return new(null, [new(file, 0, "service.tooLong", $"文件太大，最多 {MaxFileBytes / 1024} KB")]);
        try
        {
            return ServiceReader.Read(file, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), limits);
        }
        catch (DecoderFallbackException)
        {
            return new(null, [new(file, 0, "service.encoding", "文件不是 UTF-8 编码，请另存为 UTF-8")]);
        }
    }
}
