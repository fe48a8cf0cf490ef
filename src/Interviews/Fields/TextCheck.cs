using System.Text.Json;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Fields.AnswerChecker;

namespace LegalService.Interviews.Fields;

/// <summary>Checks answers that are one text.</summary>
internal static class TextCheck
{
    public static CheckedAnswer Text(FieldDefinition field, JsonElement answer)
    {
        var lines = field.Type == FieldType.LongText;
        if (Read(field, answer, lines, out var text) is { } wrong)
            return wrong;
        if (lines)
            text = text.ReplaceLineEndings("\n");
        var length = Typed.Length(text);
        return length > field.Rules.MaxLength ? TooLong(field, length) : new(AnswerJson.Of(text), null);
    }

    public static CheckedAnswer Name(FieldDefinition field, JsonElement answer)
    {
        if (Read(field, answer, lines: false, out var text) is { } wrong)
            return wrong;
        if (PersonName.TryParse(text, field.Rules.MaxLength, field.Rules.Organisation, out var name, out var code))
            return new(AnswerJson.Of(name.Value), null);
        return code == "answer.tooLong" ? TooLong(field, Typed.Length(text)) : Wrong(field, code, Messages.Of(code));
    }

    public static CheckedAnswer Phone(FieldDefinition field, JsonElement answer)
    {
        if (Read(field, answer, lines: false, out var text) is { } wrong)
            return wrong;
        return PhoneNumber.TryParse(text, out var number, out var code) ? new(AnswerJson.Of(number.Value), null) : Wrong(field, code, Messages.Of(code));
    }

    public static CheckedAnswer IdNumber(FieldDefinition field, JsonElement answer, DateOnly today)
    {
        if (Read(field, answer, lines: false, out var text) is { } wrong)
            return wrong;
        if (Fields.IdNumber.TryParse(text, today, out var number, out var code))
            return new(AnswerJson.Of(number.Value), null);
        return Wrong(field, code, Messages.Of(code) + (field.UnknownLabel is { } way ? $"填不了可以选“{way}”。" : ""));
    }

    private static CheckedAnswer? Read(FieldDefinition field, JsonElement answer, bool lines, out string text)
    {
        text = "";
        if (answer.ValueKind != JsonValueKind.String)
            return Wrong(field, "answer.format", "这一项请用文字填写。");
        if (AnswerJson.Text(answer) is not { } typed || !Typed.IsClean(typed.Trim(), lines))
            return Wrong(field, "answer.characters", "里面有系统不认识的符号，请删掉后重新写，只用平常的文字和标点。");
        text = typed.Trim();
        return null;
    }

    private static CheckedAnswer TooLong(FieldDefinition field, int length) =>
        Wrong(field, "answer.tooLong", $"写得太长了：最多 {field.Rules.MaxLength} 个字，现在有 {length} 个。请写短一些，其余的见面时再说。");
}
