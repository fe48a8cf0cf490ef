using System.Text.Json;

namespace LegalService.Contracts.Tests;

internal static class RoundTrip
{
    public static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>Writes, reads and writes again; equality of records does not look into lists, their text does.</summary>
    public static void AssertSame<T>(T value)
    {
        var text = JsonSerializer.Serialize(value, Json);
        var read = JsonSerializer.Deserialize<T>(text, Json)!;

        Assert.Equal(text, JsonSerializer.Serialize(read, Json));
        foreach (var property in typeof(T).GetProperties())
        {
            if (property.GetValue(value) is string or bool or int or long or double or DateOnly or DateTimeOffset or null)
                Assert.Equal(property.GetValue(value), property.GetValue(read));
        }
    }
}
