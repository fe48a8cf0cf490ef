using LegalService.EndToEnd.Support;

namespace LegalService.EndToEnd;

/// <summary>The real botframework-directlinejs, unchanged, against the real server.</summary>
[Collection(StageTests.Name)]
public sealed class DirectLineClientTests(Stage stage)
{
    [Theory]
    [InlineData("talks by polling")]
    [InlineData("talks by stream")]
    [InlineData("comes back with a watermark")]
    [InlineData("sends a picture")]
    [InlineData("shows that the bot is writing")]
    [InlineData("is shown a card")]
    [InlineData("is answered once however often it sends")]
    [InlineData("keeps to its own conversation")]
    public Task A_client(string scenario) => NodeClient.RunAsync(scenario, stage.Address, Stage.Secret);

    [Fact]
    public async Task A_client_learns_that_its_token_is_over()
    {
        await using var server = await ServerProcess.StartAsync("--DirectLine:Secret", Stage.Secret, "--DirectLine:TokenSeconds", "3");
        await NodeClient.RunAsync("learns that its token is over", server.Address, Stage.Secret);
    }
}
