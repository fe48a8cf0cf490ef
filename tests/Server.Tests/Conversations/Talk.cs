using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegalService.Server.Tests.DirectLine;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Conversations;

/// <summary>Plays the citizen of a script over Direct Line and checks what comes back.</summary>
internal sealed class Talk(LegalServer server, MovedTime time, ConversationScript script)
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);
    private string _conversation = "";
    private string _text = "";
    private List<string> _buttons = [];

    public async Task PlayAsync()
    {
        time.GoTo(MovedTime.Begin);
        foreach (var line in script.Lines)
        {
            var words = _kept.Aggregate(line.Words, (text, kept) => text.Replace($"{{{kept.Key}}}", kept.Value, StringComparison.Ordinal));
            await PlayAsync(line with { Words = words });
        }
    }

    private async Task PlayAsync(ScriptLine line)
    {
        switch (line.Label)
        {
            case "时":
                time.GoTo(new DateTimeOffset(DateTime.ParseExact(line.Words, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8)));
                break;
            case "等":
                time.GoOn(TimeSpan.Parse(line.Words, CultureInfo.InvariantCulture));
                break;
            case "我":
                await SendAsync(id => server.CallAsync(HttpMethod.Post, $"/conversations/{id}/activities", DirectLineServer.Secret, JsonContent.Create(new { type = "message", text = line.Words, from = new { id = "citizen" } })));
                break;
            case "传":
                await SendAsync(id => server.CallAsync(HttpMethod.Post, $"/conversations/{id}/upload?userId=citizen", DirectLineServer.Secret, File(line.Words)));
                break;
            case "它":
                Check(line, _text.Contains(line.Words, StringComparison.Ordinal));
                break;
            case "非":
                Check(line, !_text.Contains(line.Words, StringComparison.Ordinal));
                break;
            case "钮":
                Check(line, _buttons.Contains(line.Words, StringComparer.Ordinal));
                break;
            case "记":
                Keep(line);
                break;
            default:
                await TakeAsync(line.Words.Split(' ', 4));
                break;
        }
    }

    private async Task SendAsync(Func<string, Task<HttpResponseMessage>> send)
    {
        if (_conversation.Length == 0)
        {
            using var started = await server.CallAsync(HttpMethod.Post, "/conversations", DirectLineServer.Secret, JsonContent.Create(new { user = new { id = "citizen" } }));
            _conversation = (await started.ReadJsonAsync()).Text("conversationId");
        }

        using var sent = await send(_conversation);
        var id = (await sent.ReadJsonAsync()).Text("id");
        using var read = await server.CallAsync(HttpMethod.Get, $"/conversations/{_conversation}/activities?watermark={id[(id.LastIndexOf('|') + 1)..]}", DirectLineServer.Secret);
        var replies = (await read.ReadJsonAsync()).List("activities").Where(activity => activity.Text("type") == "message").ToList();
        _buttons = [.. replies.SelectMany(ButtonsOf)];
        _text = string.Join('\n', replies.Select(TextOf).Concat(_buttons));
    }

    private void Check(ScriptLine line, bool holds) =>
        Assert.True(holds, $"{script.Name}({line.Place}) {line.Label}：{line.Words}\n--- said:\n{_text}");

    private void Keep(ScriptLine line)
    {
        var (name, pattern) = (line.Words[..line.Words.IndexOf('=', StringComparison.Ordinal)], line.Words[(line.Words.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var match = Regex.Match(_text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        Check(line, match.Success);
        _kept[name] = match.Groups[1].Value;
    }

    /// <summary>Somebody else books every place of a service at an office at a time.</summary>
    private async Task TakeAsync(string[] what)
    {
        var (service, office, start) = (what[0], what[1], $"{what[2]}T{what[3]}");
        var slots = (await server.Client.ReadAsync($"/api/v1/slots?service={service}&office={office}&from={what[2]}&to={what[2]}")).EnumerateArray().ToList();
        var wanted = slots.Where(slot => slot.Text("start").StartsWith(start, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(wanted);
        foreach (var slot in wanted)
        {
            for (var place = 0; place < slot.GetProperty("free").GetInt32(); place++)
                (await server.Client.PostAsJsonAsync("/api/v1/holds", new { slotId = slot.Text("id") })).Dispose();
        }
    }

    private static MultipartFormDataContent File(string name)
    {
        var file = new ByteArrayContent(Picture);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { file, "file", name } };
    }

    private static string TextOf(JsonElement activity) =>
        activity.TryGetProperty("speak", out var plain) ? plain.GetString()! : activity.TryGetProperty("text", out var text) ? text.GetString()! : "";

    private static IEnumerable<string> ButtonsOf(JsonElement activity) =>
        activity.TryGetProperty("suggestedActions", out var suggested) ? suggested.List("actions").Select(action => action.Text("title")) : [];
}
