using System.ComponentModel.DataAnnotations;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>The knowledge desk. Settings under <c>KnowledgeDesk</c>.</summary>
public sealed class DeskOptions
{
    /// <summary>Corpus folder of this server to which what is in use is written; nothing else may stand in it. By default <c>desk</c> in the data directory.</summary>
    [Required(ErrorMessage = "KnowledgeDesk:Folder 没有写")]
    public string Folder { get; set; } = "";

    /// <summary>How often a server looks whether another one has put something into use.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "KnowledgeDesk:CheckEvery 要在 0.1 秒到 10 分钟之间")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Likeness (0 to 1) from which two questions that were not answered stand in one group.</summary>
    [Range(0.0, 1.0, ErrorMessage = "KnowledgeDesk:AlikeFrom 要在 0 到 1 之间")]
    public double AlikeFrom { get; set; } = 0.65;

    /// <summary>Questions looked at when the groups are made, the latest first.</summary>
    [Range(10, 10_000, ErrorMessage = "KnowledgeDesk:MostQuestions 要在 10 到 10000 之间")]
    public int MostQuestions { get; set; } = 1000;
}
