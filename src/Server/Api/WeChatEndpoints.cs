using LegalService.Bot.Channels.WeChat;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace LegalService.Server.Api;

/// <summary>Where WeChat delivers what citizens write to the official account. No rate limit: everything comes from WeChat's few addresses, and is signed.</summary>
internal static class WeChatEndpoints
{
    public const string Path = "/wechat";

    /// <summary>Without an account there is no such address.</summary>
    public static void MapWeChat(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<WeChatChannel>().IsOn)
            return;
        app.MapGet(Path, (HttpContext context, WeChatChannel channel) => WriteAsync(context, channel.Check(Call(context.Request)))).ExcludeFromDescription();
        app.MapPost(Path, ReceiveAsync).ExcludeFromDescription();
    }

    private static async Task ReceiveAsync(HttpContext context, WeChatChannel channel)
    {
        var call = Call(context.Request);
        if (channel.Refuse(call) is { } refused)
            await WriteAsync(context, refused);
        else if (await ReadAsync(context.Request, channel.LargestBody) is { } body)
            await WriteAsync(context, await channel.ReceiveAsync(call, body, context.RequestAborted));
        else
            await WriteAsync(context, channel.RefuseTooLarge());
    }

    /// <summary>Null when it is too large.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int largest)
    {
        if (request.ContentLength > largest)
            return null;
        var buffer = new byte[largest + 1];
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
            return length > largest ? null : buffer.AsMemory(0, length);
        }
        catch (BadHttpRequestException)
        {
            // Above the server's own limit, or broken off.
            return null;
        }
    }

    private static WeChatCall Call(HttpRequest request) => new()
    {
        Signature = Only(request.Query["signature"]),
        Timestamp = Only(request.Query["timestamp"]),
        Nonce = Only(request.Query["nonce"]),
        EchoStr = Only(request.Query["echostr"]),
        EncryptType = Only(request.Query["encrypt_type"]),
        MsgSignature = Only(request.Query["msg_signature"]),
    };

    private static string? Only(StringValues values) => values is [{ } value] ? value : null;

    private static async Task WriteAsync(HttpContext context, WeChatReply reply)
    {
        // A refusal tells nothing of why: no problem detail either.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        if (reply.Body.Length > 0)
            await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }
}
