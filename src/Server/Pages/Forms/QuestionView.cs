using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Server.Pages.Forms;

/// <summary>A question as its controls show it.</summary>
/// <param name="shown">The question, with what was typed.</param>
/// <param name="isRefused">Whether the citizen wanted to go on, and could not.</param>
/// <param name="fault">What is wrong with a file that was sent; null: nothing.</param>
public sealed class QuestionView(PageField shown, bool isRefused, string? fault)
{
    /// <summary>What is asked.</summary>
    public Question Question => shown.Question;

    /// <summary>Of its control.</summary>
    public string Id => FieldNames.Id(Question.Id);

    /// <summary>Of its control in the form.</summary>
    public string Name => FieldNames.Of(Question.Id);

    /// <summary>What is wrong; null: nothing.</summary>
    public string? Error => fault ?? shown.Error?.Message;

    /// <summary>Asked only now, because of another answer of the same page.</summary>
    public bool IsNew => isRefused && shown.Value is null;

    /// <summary>Whether the answer is: I do not know.</summary>
    public bool IsUnknown => shown.Value is { } value && AnswerJson.IsUnknown(value);

    /// <summary>For aria-describedby; null: nothing describes it.</summary>
    public string? DescribedBy => (Question.Help, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-help",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-error {Id}-help",
    };

    /// <summary>As it stands in a control of one line or several.</summary>
    public string Text => shown.Value is not { } value ? "" : value.ValueKind switch
    {
        JsonValueKind.String => AnswerJson.Text(value) ?? "",
        JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>A day can be picked; something else that was typed stays to be mended.</summary>
    public bool IsPlainDay => Text.Length == 0 || DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The file that was sent; null: none.</summary>
    public FileAnswer? File => shown.Value is { } value ? FileAnswer.Read(value) : null;

    /// <summary>The parts of the address that are asked for, with whether each must be given.</summary>
    public IEnumerable<(AddressPart Part, bool IsRequired)> Parts =>
        from part in Enum.GetValues<AddressPart>()
        where part >= Question.Rules.From
        select (part, Question.Required && part <= Question.Rules.Depth);

    /// <summary>A part of the address, as it was typed.</summary>
    public string Part(AddressPart part) => shown.Value is { } value && AddressAnswer.Read(value) is { } address ? address[part] ?? "" : "";

    /// <summary>Whether an option is chosen.</summary>
    public bool Is(string option) => shown.Value is { } value && value.ValueKind switch
    {
        JsonValueKind.String => value.ValueEquals(option),
        JsonValueKind.Array => value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(option)),
        JsonValueKind.True => option == FieldNames.Yes,
        JsonValueKind.False => option == FieldNames.No,
        _ => false,
    };
}
