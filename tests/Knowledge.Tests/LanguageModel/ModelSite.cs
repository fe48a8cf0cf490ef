using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace LegalService.Knowledge.Tests.LanguageModel;

/// <summary>A chat endpoint that speaks OpenAI's protocol, with its bad days. Replies are given in order; the last one again and again.</summary>
internal sealed class ModelSite : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _embedded = new();
    private readonly List<Func<ResponseMessage>> _replies = [];
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _given;

    public ModelSite()
    {
        _server.Given(Request.Create().WithPath("/v1/chat/completions").UsingPost()).RespondWith(Response.Create().WithCallback(async request =>
        {
            _requests.Enqueue(request.Body!);
            if (Hangs)
                await _end.Task;
            return _replies[Math.Min(Interlocked.Increment(ref _given), _replies.Count) - 1]();
        }));
        _server.Given(Request.Create().WithPath("/v1/embeddings").UsingPost()).RespondWith(Response.Create().WithCallback(request => Embed(request.Body!)));
    }

    /// <summary>The vector of a text; null fails.</summary>
    public Func<string, float[]>? Embeds { get; set; }

    /// <summary>The texts that were embedded, in order.</summary>
    public IReadOnlyList<string> Embedded => [.. _embedded];

    public Uri Address => new(_server.Urls[0] + "/v1");

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>The texts of the messages of a request, unescaped.</summary>
    public string Said(int request)
    {
        using var body = JsonDocument.Parse(Requests[request]);
        return string.Join('\n', body.RootElement.GetProperty("messages").EnumerateArray()
            .Select(message => message.GetProperty("content") is { ValueKind: JsonValueKind.String } text ? text.GetString() : ""));
    }

    /// <summary>Requests are never answered.</summary>
    public bool Hangs { get; set; }

    public ModelSite Writes(string text, string finish = "stop", int tokens = 900) => Sends(200, JsonSerializer.Serialize(new
    {
        id = "chat-1",
        @object = "chat.completion",
        created = 1,
        model = "test",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = finish } },
        usage = new { prompt_tokens = tokens - 1, completion_tokens = 1, total_tokens = tokens },
    }));

    public ModelSite Calls(string function, string arguments) => Sends(200, JsonSerializer.Serialize(new
    {
        id = "chat-1",
        @object = "chat.completion",
        created = 1,
        model = "test",
        choices = new[]
        {
            new
            {
                index = 0,
                message = new
                {
                    role = "assistant",
                    content = (string?)null,
                    tool_calls = new[] { new { id = "call-1", type = "function", function = new { name = function, arguments } } },
                },
                finish_reason = "tool_calls",
            },
        },
    }));

    /// <summary>Piece by piece; without an end it was cut off.</summary>
    public ModelSite Streams(IEnumerable<string> pieces, string? end = "stop")
    {
        var body = new StringBuilder();
        foreach (var piece in pieces)
            body.Append(Event(piece, null));
        if (end is not null)
            body.Append(Event("", end)).Append("data: [DONE]\n\n");
        return Sends(200, body.ToString(), "text/event-stream");
    }

    public ModelSite Sends(int status, string body, string contentType = "application/json")
    {
        _replies.Add(() => Reply(status, body, contentType));
        return this;
    }

    public void Dispose()
    {
        _end.SetResult();
        _server.Dispose();
    }

    private ResponseMessage Embed(string body)
    {
        if (Embeds is not { } embeds)
            return Reply(503, "", "text/plain");
        using var request = JsonDocument.Parse(body);
        var input = request.RootElement.GetProperty("input");
        var texts = input.ValueKind == JsonValueKind.Array ? input.EnumerateArray().Select(text => text.GetString()!).ToList() : [input.GetString()!];
        texts.ForEach(_embedded.Enqueue);
        // As the protocol has it: base64 of the numbers.
        return Reply(200, JsonSerializer.Serialize(new
        {
            @object = "list",
            model = "test-embedding",
            data = texts.Select((text, index) => new
            {
                @object = "embedding",
                index,
                embedding = Convert.ToBase64String(MemoryMarshal.AsBytes<float>(embeds(text))),
            }),
            usage = new { prompt_tokens = 1, total_tokens = 1 },
        }), "application/json");
    }

    private static ResponseMessage Reply(int status, string body, string contentType) => new()
    {
        StatusCode = status,
        Headers = new Dictionary<string, WireMockList<string>>(StringComparer.Ordinal) { ["Content-Type"] = new(contentType + "; charset=utf-8") },
        BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = body, Encoding = Encoding.UTF8 },
    };

    private static string Event(string piece, string? finish) => "data: " + JsonSerializer.Serialize(new
    {
        id = "chat-1",
        @object = "chat.completion.chunk",
        created = 1,
        model = "test",
        choices = new[] { new { index = 0, delta = new { role = "assistant", content = piece }, finish_reason = finish } },
    }) + "\n\n";
}
