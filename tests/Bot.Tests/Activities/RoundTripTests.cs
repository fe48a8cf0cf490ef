using System.Text.Json;
using System.Text.Json.Nodes;
using LegalService.Bot.Activities;

namespace LegalService.Bot.Tests.Activities;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_not_named_here_survives()
    {
        const string Json = """
            {"type":"message","id":"1","timestamp":"2026-11-25T01:00:00Z","channelId":"directline","serviceUrl":"https://a/","importance":"high","semanticAction":{"id":"x"},
             "from":{"id":"dl_1","name":"甲","role":"user","aadObjectId":"q"},"conversation":{"id":"c","isGroup":false,"tenantId":"t"},"recipient":{"id":"b"},
             "text":"老板拖欠工资怎么办","attachments":[{"contentType":"image/png","contentUrl":"/x","content":{"a":[1,2.50]},"strange":1}],
             "suggestedActions":{"to":["u"],"actions":[{"type":"imBack","title":"是","value":"yes","image":"/i"}],"more":true},
             "entities":[{"type":"ClientCapabilities","requiresBotState":true}],"value":{"n":1},"channelData":{"clientActivityID":"1.2"}}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), JsonNode.Parse(ActivityJson.Write(ActivityJson.Read(Json)).Replace("+00:00", "Z", StringComparison.Ordinal))));
    }

    [Fact]
    public void An_entity_of_an_object_has_its_members()
    {
        var entity = Entity.Of("https://schema.org/Claim", new { Text = "民法典第一千零七十九条" });
        Assert.Equal("""{"type":"https://schema.org/Claim","text":"民法典第一千零七十九条"}""", JsonSerializer.Serialize(entity, ActivityJson.Options));
    }
}
