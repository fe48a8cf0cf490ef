using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.Hosting;

/// <summary>Which corpus folders are in use. A host whose corpus arrives under another name each time says so here; else the settings do.</summary>
public interface ICorpusFolders
{
    /// <summary>The folders, the shipped one or what stands for it first. May be others at the next look.</summary>
    IReadOnlyList<string> Current { get; }
}

/// <summary>The folders of the settings.</summary>
internal sealed class ConfiguredFolders(IOptions<KnowledgeOptions> options) : ICorpusFolders
{
    public IReadOnlyList<string> Current => [.. options.Value.Folders];
}
