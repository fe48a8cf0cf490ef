using System.ComponentModel.DataAnnotations;

namespace LegalService.Knowledge.Hosting;

/// <summary>Settings under <c>Knowledge</c>.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>Corpus folders, the shipped one first. A folder that does not exist yet is taken in as soon as it does.</summary>
    [MinLength(1, ErrorMessage = "Knowledge:Folders 至少要有一个语料文件夹")]
    public IList<string> Folders { get; init; } = [];

    /// <summary>Where indexes are kept. They can be deleted at any time; they are built again.</summary>
    [Required(ErrorMessage = "Knowledge:IndexFolder 没有写")]
    public string IndexFolder { get; set; } = "";

    /// <summary>How often the folders are looked at for changes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ErrorMessage = "Knowledge:CheckEvery 要在 0.1 秒到 1 天之间")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromSeconds(5);
}
