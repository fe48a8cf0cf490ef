using System.Text.Json;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Fields.AnswerChecker;

namespace LegalService.Interviews.Fields;

/// <summary>Checks answers that choose.</summary>
internal static class ChoiceCheck
{
    public static CheckedAnswer One(FieldDefinition field, IReadOnlyList<Option> offered, JsonElement answer)
    {
        if (AnswerJson.Text(answer) is not { } value)
            return Wrong(field, "choice.format", "请从列出的选项里选一个。");
        return Fault(field, offered, value) ?? new(AnswerJson.Of(value), null);
    }

    public static CheckedAnswer Several(FieldDefinition field, IReadOnlyList<Option> offered, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Array)
            return Wrong(field, "choices.format", "请从列出的选项里选，可以选几个。");
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in answer.EnumerateArray())
        {
            if (AnswerJson.Text(item) is not { } value)
                return Wrong(field, "choices.format", "请从列出的选项里选，可以选几个。");
            if (Fault(field, offered, value) is { } wrong)
                return wrong;
            chosen.Add(value);
        }
        if (chosen.Count > field.Rules.MaxChosen)
            return Wrong(field, "choices.tooMany", $"最多选 {field.Rules.MaxChosen} 个，请去掉几个。");
        if (chosen.Count > 1 && offered.FirstOrDefault(option => option.Alone && chosen.Contains(option.Value)) is { } alone)
            return Wrong(field, "choices.alone", $"选了“{alone.Label}”就不能再选别的，请改一下。");
        // In the order of the file: chosen in another order is the same answer.
        return new(AnswerJson.Of(offered.Select(option => option.Value).Where(chosen.Contains)), null);
    }

    private static CheckedAnswer? Fault(FieldDefinition field, IReadOnlyList<Option> offered, string value)
    {
        if (offered.Any(option => option.Value == value))
            return null;
        return field.Options.FirstOrDefault(option => option.Value == value) is { } option
            ? Wrong(field, "choice.notOffered", $"按前面的回答，“{option.Label}”现在不能选，请重新选一个。")
            : Wrong(field, "choice.unknown", $"没有这个选项。请从这些里面选：{string.Join("、", offered.Select(item => item.Label))}。");
    }
}
