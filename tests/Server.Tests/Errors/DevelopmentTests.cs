using System.Net;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Errors;

public sealed class DevelopmentTests
{
    [Fact]
    public async Task On_a_developers_machine_errors_have_the_same_codes()
    {
        await using var server = await LegalServer.StartAsync(("environment", "Development"));

        using var malformed = await server.Client.PostBodyAsync("{");
        await malformed.AssertProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        using var text = await server.Client.PostBodyAsync("水渠", "text/plain");
        await text.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "body.mediaType");
    }
}
