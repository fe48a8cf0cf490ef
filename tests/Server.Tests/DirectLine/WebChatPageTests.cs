using LegalService.Server.Tests.Architecture;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.DirectLine;

public sealed class WebChatPageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Web_Chat_is_offered_when_it_was_built_and_otherwise_the_chat_page_is_named()
    {
        var isBuilt = File.Exists(Path.Combine(Repository.Root, "src/Server/wwwroot/webchat/webchat.js"));
        var page = await shared.Client.GetStringAsync("/webchat");
        Assert.Contains(isBuilt ? "/webchat/page.js" : "href=\"/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_of_the_clients_names_no_registry()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "tests/EndToEnd/clients/package-lock.json"));
        Assert.Contains("\"integrity\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", file, StringComparison.Ordinal);
    }
}
