using System.Net.WebSockets;
using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Channels.DirectLine;

namespace LegalService.Server.Api.DirectLine;

/// <summary>The WebSocket that carries sets of activities. An empty frame shows that it is alive.</summary>
internal static class DirectLineStream
{
    private const int ReceiveBytes = 1024;

    public static async Task OpenAsync(
        string id, string? watermark, string? t, HttpContext context, DirectLineTokens tokens, DirectLineChannel channel, ConversationFileLinks links, IHostApplicationLifetime lifetime)
    {
        if ((Refuse(id, t, context, tokens) ?? (channel.HasRoomForStream ? null : DirectLineFailure.NoStream)) is { } failure)
        {
            await failure.AsResult().ExecuteAsync(context);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var listening = ListenAsync(socket, ending);
        try
        {
            await foreach (var set in channel.StreamAsync(id, watermark, ending.Token))
            {
                var frame = set is null ? [] : JsonSerializer.SerializeToUtf8Bytes(DirectLineAddresses.Complete(set, context.Request, links), ActivityJson.Options);
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, ending.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The client has gone, or the server goes.
        }

        await CloseAsync(socket, lifetime.ApplicationStopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure);
        await ending.CancelAsync();
        await listening;
    }

    private static DirectLineFailure? Refuse(string id, string? token, HttpContext context, DirectLineTokens tokens)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return DirectLineFailure.BadActivity;
        var caller = tokens.Read(TokenUse.Stream, token ?? "");
        return caller.Failure ?? (caller.Value!.Conversation == id ? null : DirectLineFailure.ForeignToken);
    }

    /// <summary>Clients send nothing but signs of life; what matters is that they go.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ending)
    {
        var buffer = new byte[ReceiveBytes];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                if ((await socket.ReceiveAsync(buffer, ending.Token)).MessageType == WebSocketMessageType.Close)
                    break;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // As above.
        }

        await ending.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await socket.CloseOutputAsync(status, null, timeout.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // It has gone.
        }
    }
}
