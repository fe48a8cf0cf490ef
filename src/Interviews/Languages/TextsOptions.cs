using System.ComponentModel.DataAnnotations;

namespace LegalService.Interviews.Languages;

/// <summary>Settings under <c>Texts</c>.</summary>
public sealed class TextsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Texts";

    /// <summary>The folder with one folder for each language, <c>corpus/texts</c>.</summary>
    [Required(ErrorMessage = "Texts:Folder 没有写")]
    public string Folder { get; set; } = "";
}
