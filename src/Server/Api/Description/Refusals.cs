using System.Text.Json;

namespace LegalService.Server.Api.Description;

/// <summary>The codes with which a route may refuse, for its description.</summary>
/// <param name="Codes">Each has a sentence in <c>refusals.json</c>.</param>
internal sealed record Refusals(IReadOnlyList<string> Codes)
{
    /// <summary>By code, what it means, as an example of what the citizen is told.</summary>
    public static IReadOnlyDictionary<string, string> Sentences { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        using var file = typeof(Refusals).Assembly.GetManifestResourceStream("refusals.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}

/// <summary>Says of routes with which codes they refuse.</summary>
internal static class RefusalConventions
{
    /// <summary>
    /// Those of the route itself. What every route may say (unreadable, too large, too often, broken) is added to the description by itself.
    /// </summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params string[] codes)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Refusals(codes));
}
