using System.Text.Json;

namespace LegalService.Interviews.Definitions;

/// <summary>Names of values as files and the API write them: in camel case.</summary>
public static class EnumNames
{
    /// <summary>All names of a type, in its order.</summary>
    public static IEnumerable<string> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Name);

    /// <summary>The name of a value: <c>FieldType.IdNumber</c> is <c>idNumber</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value with exactly this name.</summary>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            value = candidate;
            if (Name(candidate) == name)
                return true;
        }
        value = default;
        return false;
    }
}
