using System.Text.Json;

namespace LegalService.Bot.Dialogue.Texts;

/// <summary>Names of enumerations as they are written in files: camelCase.</summary>
internal static class Keys
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static T Parse<T>(string key)
        where T : struct, Enum => Enum.GetValues<T>().Single(value => Of(value) == key);

    public static T? ParseOrNull<T>(Enum like)
        where T : struct, Enum => Enum.TryParse<T>(like.ToString(), out var value) ? value : null;
}
