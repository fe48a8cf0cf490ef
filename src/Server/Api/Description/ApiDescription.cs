using System.Globalization;
using System.Text.Json.Nodes;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace LegalService.Server.Api.Description;

/// <summary>
/// Completes the description of the shared API: every refusal with its codes, and an example of what is sent and answered from
/// <c>Examples/{operation}.json</c> (members <c>parameters</c>, <c>request</c>, <c>response</c>).
/// </summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "公共法律服务 API";
        document.Info.Description = "时间是带时差的 ISO 8601；出错都是 RFC 9457 的 problem details，带固定的 code 和一句给居民看的中文。编号和取件码只写在请求体里，不写在地址里。";
        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true)
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            AddRefusals(operation, [.. metadata.OfType<Refusals>().SelectMany(refusals => refusals.Codes), .. EveryRoutes(operation, metadata)]);
            AddExamples(operation);
            if (metadata.OfType<LanguageAsked>().Any())
                AddLanguage(operation);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> EveryRoutes(OpenApiOperation operation, IEnumerable<object> metadata)
    {
        if (operation.RequestBody is not null)
            return ["request.invalid", "body.tooLarge", .. operation.RequestBody.Content?.ContainsKey(Json) is true ? ["body.mediaType"] : Array.Empty<string>(), .. Always(metadata)];
        return operation.Parameters is { Count: > 0 } ? ["request.invalid", .. Always(metadata)] : Always(metadata);
    }

    private static IEnumerable<string> Always(IEnumerable<object> metadata) =>
        metadata.OfType<EnableRateLimitingAttribute>().Any() ? ["rate.limited", "internal.error"] : ["internal.error"];

    private static void AddRefusals(OpenApiOperation operation, IReadOnlyList<string> codes)
    {
        operation.Responses ??= [];
        foreach (var group in codes.Distinct(StringComparer.Ordinal).GroupBy(FailureProblems.StatusOf).OrderBy(group => group.Key))
        {
            operation.Responses[group.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join('\n', group.Select(code => $"- `{code}` {Refusals.Sentences[code]}")),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ProblemJson] = new()
                    {
                        Schema = new OpenApiSchemaReference("ProblemDetails"),
                        Examples = group.ToDictionary(code => code, code => (IOpenApiExample)new OpenApiExample { Value = Problem(code, group.Key) }, StringComparer.Ordinal),
                    },
                },
            };
        }
    }

    private static JsonObject Problem(string code, int status) =>
        new() { ["title"] = ApiProblems.Title, ["status"] = status, ["detail"] = Refusals.Sentences[code], ["code"] = code };

    private static void AddLanguage(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = LanguageOfRequest.Name,
        In = ParameterLocation.Query,
        Description = LanguageAsked.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = "zh",
    });

    private static void AddExamples(OpenApiOperation operation)
    {
        if (Read(operation.OperationId) is not { } example)
            return;
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Name is not null))
            parameter.Example = example["parameters"]?[parameter.Name!]?.DeepClone();
        if (operation.RequestBody?.Content?.TryGetValue(Json, out var body) is true && body is not null)
            body.Example = example["request"]?.DeepClone();
        foreach (var (status, response) in operation.Responses!)
        {
            if (status.StartsWith('2') && response.Content?.TryGetValue(Json, out var answer) is true && answer is not null)
                answer.Example = example["response"]?.DeepClone();
        }
    }

    private static JsonNode? Read(string? operation)
    {
        using var file = typeof(ApiDescription).Assembly.GetManifestResourceStream($"examples/{operation}.json");
        return file is null ? null : JsonNode.Parse(file);
    }
}
