using System.Text.Json;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Fields;

/// <summary>An address, from the province to the door. A part that is not given is null.</summary>
public sealed record AddressAnswer
{
    private static readonly string[] Keys = ["province", "city", "county", "township", "village", "detail"];
    private readonly string?[] parts;

    private AddressAnswer(string?[] parts) => this.parts = parts;

    /// <summary>What a part is called.</summary>
    public static string NameOf(AddressPart part) => part switch
    {
        AddressPart.Province => "省（自治区、直辖市）",
        AddressPart.City => "市（盟、州）",
        AddressPart.County => "旗县区",
        AddressPart.Township => "苏木乡镇或街道",
        AddressPart.Village => "嘎查村或社区",
        _ => "详细地址",
    };

    /// <summary>A part, or null.</summary>
    public string? this[AddressPart part] => parts[(int)part];

    /// <summary>All parts given, one after the other.</summary>
    public string Whole => string.Concat(parts);

    /// <summary>For screens and slips: down to the township, and no further.</summary>
    public string Masked => string.Concat(parts.Take((int)AddressPart.Village)) + "***";

    /// <summary>The address as the API carries it.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(
        Keys.Zip(parts).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));

    /// <summary>An address of parts; empty ones are taken as not given.</summary>
    public static AddressAnswer Of(IReadOnlyDictionary<AddressPart, string> given)
    {
        var all = new string?[Keys.Length];
        foreach (var (part, text) in given)
            all[(int)part] = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return new(all);
    }

    /// <summary>Reads an address as the API carries it.</summary>
    /// <returns>Null when it is no object, has other keys than the six parts, or a part is no text.</returns>
    public static AddressAnswer? Read(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            return null;
        var given = new Dictionary<AddressPart, string>();
        foreach (var item in answer.EnumerateObject())
        {
            var part = Array.IndexOf(Keys, item.Name);
            if (part < 0)
                return null;
            if (item.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (AnswerJson.Text(item.Value) is not { } text)
                return null;
            given[(AddressPart)part] = text;
        }
        return Of(given);
    }
}
