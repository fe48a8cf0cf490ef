using System.Text.Json;
using System.Text.RegularExpressions;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Description;

/// <summary>Holds that whatever the server refuses with stands in its description: a client can rely on it being complete.</summary>
internal sealed class DescribedRefusals() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly SemaphoreSlim _reading = new(1);
    private List<(string Method, Regex Path, HashSet<string> Codes)>? _operations;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            var code = problem.RootElement.Text("code");
            var path = request.RequestUri!.AbsolutePath;
            var known = (await OperationsAsync(request.RequestUri, cancellationToken))
                .Where(operation => operation.Method == request.Method.Method && operation.Path.IsMatch(path)).Select(operation => operation.Codes).FirstOrDefault();
            Assert.True(known is null || known.Contains(code), $"{request.Method} {path} refuses with {code}, which its description does not say");
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _reading.Dispose();
        base.Dispose(disposing);
    }

    private async Task<List<(string Method, Regex Path, HashSet<string> Codes)>> OperationsAsync(Uri address, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return _operations ??= await ReadAsync(address, cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<List<(string Method, Regex Path, HashSet<string> Codes)>> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/openapi/v1.json"));
        using var response = await base.SendAsync(request, cancellationToken);
        var paths = (await response.ReadJsonAsync()).GetProperty("paths");
        return
        [
            .. from path in paths.EnumerateObject()
               let pattern = new Regex($"^{Regex.Replace(path.Name, @"\{\w+\}", "[^/]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
               from method in path.Value.EnumerateObject()
               select (method.Name.ToUpperInvariant(), pattern, CodesOf(method.Value)),
        ];
    }

    private static HashSet<string> CodesOf(JsonElement operation) => operation.GetProperty("responses").EnumerateObject()
        .Where(response => response.Value.TryGetProperty("content", out var content) && content.TryGetProperty("application/problem+json", out _))
        .SelectMany(response => response.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("examples").EnumerateObject())
        .Select(example => example.Name).ToHashSet(StringComparer.Ordinal);
}
