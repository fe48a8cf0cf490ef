using System.ComponentModel.DataAnnotations;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews;

/// <summary>Settings under <c>Interviews</c>.</summary>
public sealed class InterviewsOptions
{
    /// <summary>The folder with one file per service, <c>corpus/services</c>.</summary>
    [Required(ErrorMessage = "Interviews:Folder 没有写")]
    public string Folder { get; set; } = "";

    /// <summary>The folder with one file per calculator, <c>corpus/calculators</c>. Empty: none are offered.</summary>
    public string CalculatorsFolder { get; set; } = "";

    /// <summary>The folder with one file per document, <c>corpus/forms</c>. Empty: none are offered.</summary>
    public string FormsFolder { get; set; } = "";

    /// <summary>How many answers one interview may hold, those kept aside included.</summary>
    [Range(10, 10_000, ErrorMessage = "Interviews:MaxAnswers 要在 10 到 10000 之间")]
    public int MaxAnswers { get; set; } = new InterviewLimits().MaxAnswers;

    /// <summary>How many characters all answers of an interview may have together.</summary>
    [Range(1_000, 10_000_000, ErrorMessage = "Interviews:MaxCharacters 要在 1000 到 10000000 之间")]
    public int MaxCharacters { get; set; } = new InterviewLimits().MaxCharacters;
}
