using System.Text.Json;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Description;

public sealed class CompleteDescriptionTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Every_operation_says_what_it_does_and_shows_what_is_sent_and_answered()
    {
        foreach (var (name, operation, _) in await OperationsAsync())
        {
            Assert.False(string.IsNullOrEmpty(operation.Text("summary")), name);
            if (Json(operation, "requestBody") is { } sent)
                Assert.True(sent.TryGetProperty("example", out _), $"{name}: no example of what is sent");
            foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [])
                Assert.True(parameter.TryGetProperty("example", out _), $"{name}: no example of {parameter.Text("name")}");
            foreach (var response in Responses(operation).Where(response => response.Name.StartsWith('2')))
            {
                if (response.Value.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var answer))
                    Assert.True(answer.TryGetProperty("example", out _), $"{name}: no example of the answer");
            }
        }
    }

    [Fact]
    public async Task Every_operation_names_the_codes_of_its_refusals_with_an_example_of_each()
    {
        foreach (var (name, operation, _) in await OperationsAsync())
        {
            var refusals = Responses(operation).Where(response => response.Name[0] is '4' or '5').ToList();
            Assert.Contains(refusals, refusal => refusal.Name == "500");
            foreach (var refusal in refusals)
            {
                var examples = refusal.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("examples").EnumerateObject().ToList();
                Assert.True(examples.Count > 0, $"{name}: {refusal.Name} has no example");
                foreach (var problem in examples.Select(example => example.Value.GetProperty("value")))
                {
                    Assert.Contains($"`{problem.Text("code")}`", refusal.Value.Text("description"), StringComparison.Ordinal);
                    Assert.Equal(refusal.Name, problem.GetProperty("status").GetRawText());
                    Assert.Contains(problem.Text("detail"), character => character is >= '\u4E00' and <= '\u9FFF');
                }
            }
        }
    }

    [Fact]
    public async Task Every_example_fits_its_schema()
    {
        foreach (var (name, operation, document) in await OperationsAsync())
        {
            if (Json(operation, "requestBody") is { } sent)
                AssertFits(document, sent.GetProperty("schema"), sent.GetProperty("example"), $"{name} request");
            foreach (var response in Responses(operation).Where(response => response.Name.StartsWith('2')))
            {
                if (response.Value.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var answer))
                    AssertFits(document, answer.GetProperty("schema"), answer.GetProperty("example"), $"{name} answer");
            }
        }
    }

    private async Task<List<(string Name, JsonElement Operation, JsonElement Document)>> OperationsAsync()
    {
        var document = await shared.Client.ReadAsync("/openapi/v1.json");
        var operations =
            from path in document.GetProperty("paths").EnumerateObject()
            where path.Name.StartsWith("/api/v1/", StringComparison.Ordinal)
            from method in path.Value.EnumerateObject()
            select (method.Value.Text("operationId"), method.Value, document);
        return [.. operations];
    }

    private static JsonElement.ObjectEnumerator Responses(JsonElement operation) => operation.GetProperty("responses").EnumerateObject();

    private static JsonElement? Json(JsonElement operation, string member) =>
        operation.TryGetProperty(member, out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json) ? json : null;

    /// <summary>That an example has no member that the schema does not know, and all that it asks for.</summary>
    private static void AssertFits(JsonElement document, JsonElement schema, JsonElement example, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            AssertFits(document, document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), example, where);
            return;
        }

        if (example.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var member in example.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(member.Name, out var inner), $"{where}: {member.Name} is unknown");
                AssertFits(document, inner, member.Value, $"{where}.{member.Name}");
            }

            foreach (var required in schema.TryGetProperty("required", out var names) ? names.EnumerateArray() : [])
                Assert.True(example.TryGetProperty(required.GetString()!, out _) || IsNullable(properties.GetProperty(required.GetString()!)), $"{where}: {required} is missing");
        }

        if (example.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var item in example.EnumerateArray())
                AssertFits(document, items, item, where);
        }
    }

    /// <summary>What is null is left out.</summary>
    private static bool IsNullable(JsonElement schema) =>
        (schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(each => each.GetString() == "null"))
        || (schema.TryGetProperty("oneOf", out var choices) && choices.EnumerateArray().Any(choice => choice.TryGetProperty("type", out var kind) && kind.GetString() == "null"));
}
