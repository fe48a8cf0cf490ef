using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Fields;

/// <summary>Answers as people read them.</summary>
internal static class AnswerText
{
    private const string Hidden = "***";

    /// <summary>The valid answer whole, and masked where the field is personal.</summary>
    public static (string Display, string Masked) Of(FieldDefinition field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return ("没有填", "没有填");
        if (AnswerJson.IsUnknown(value))
            return (field.UnknownLabel!, field.UnknownLabel!);
        var (display, masked) = Whole(field, value);
        return (display, field.Personal ? masked : display);
    }

    private static (string Display, string Masked) Whole(FieldDefinition field, JsonElement value)
    {
        var text = AnswerJson.Text(value) ?? "";
        switch (field.Type)
        {
            case FieldType.Choice:
                return (Label(field, text), Hidden);
            case FieldType.Choices:
                return (string.Join("、", value.EnumerateArray().Select(item => Label(field, AnswerJson.Text(item)!))), Hidden);
            case FieldType.YesNo:
                return (value.ValueKind == JsonValueKind.True ? "是" : "否", Hidden);
            case FieldType.Date:
                return (Messages.Day(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)), Hidden);
            case FieldType.Money:
                return Money.TryCreate(value.GetDecimal(), out var sum) ? (sum.ToString(), sum.Masked) : (Hidden, Hidden);
            case FieldType.Number:
                return (string.Create(CultureInfo.InvariantCulture, $"{value.GetDecimal()}{field.Rules.Unit}"), Hidden);
            case FieldType.Phone:
                return PhoneNumber.TryParse(text, out var phone, out _) ? (phone.Value, phone.Masked) : (text, Hidden);
            case FieldType.IdNumber:
                return (text, IdNumber.Mask(text));
            case FieldType.Name:
                return PersonName.TryParse(text, int.MaxValue, organisation: true, out var name, out _) ? (name.Value, name.Masked) : (text, Hidden);
            case FieldType.Address:
                var address = AddressAnswer.Read(value)!;
                return (address.Whole, address.Masked);
            case FieldType.File:
                return (FileAnswer.Read(value)!.Name, "已上传");
            default:
                return (text, Hidden);
        }
    }

    private static string Label(FieldDefinition field, string value) => field.Options.First(option => option.Value == value).Label;
}
