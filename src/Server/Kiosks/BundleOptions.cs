using System.ComponentModel.DataAnnotations;

namespace LegalService.Server.Kiosks;

/// <summary>The corpus that kiosks have for the hours without a line. Settings under <c>Kiosks:Bundle</c>.</summary>
public sealed class BundleOptions
{
    /// <summary>Where it is put together; can be deleted at any time. By default <c>kiosk</c> in the data directory.</summary>
    [Required(ErrorMessage = "Kiosks:Bundle:Folder 没有写")]
    public string Folder { get; set; } = "";

    /// <summary>Folders of a corpus that kiosks get. None: all that a kiosk has a use for.</summary>
    public IList<string> Parts { get; init; } = [];

    /// <summary>Whether kiosks get the imported full text of the laws too; it is by far the largest part.</summary>
    public bool FullText { get; set; } = true;

    /// <summary>How often it is looked whether a file has changed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Kiosks:Bundle:CheckEvery 要在 0.1 秒到 1 小时之间")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What a kiosk has a use for: nothing about the people of the offices, and nothing that only clerks see.</summary>
    internal static IReadOnlyList<string> UsefulParts { get; } =
        ["statutes", "faq", "lexicon", "ranking", "answers", "services", "calculators", "calendar", "forms", "texts"];
}
