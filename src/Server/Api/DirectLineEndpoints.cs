using LegalService.Bot.Channels.DirectLine;
using LegalService.Knowledge.Hosting;
using LegalService.Server.Api.DirectLine;
using LegalService.Server.Hosting;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Api;

/// <summary>Direct Line 3.0, so that any of its clients can talk to the bot unchanged.</summary>
internal static class DirectLineEndpoints
{
    /// <summary>Policy of pages on other sites (<see cref="DirectLineOptions.AllowedOrigins"/>).</summary>
    public const string Cors = "directLine";

    public const string Path = "/v3/directline";

    private const string LoadingRetrySeconds = "3";

    public static void MapDirectLine(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<DirectLineOptions>>().Value;
        var routes = app.MapGroup(Path).ExcludeFromDescription().RequireCors(Cors);
        routes.MapPost("/tokens/generate", DirectLineTokenEndpoints.GenerateAsync).RequireRateLimiting(RateLimits.Tokens);
        routes.MapPost("/tokens/refresh", DirectLineTokenEndpoints.Refresh).RequireRateLimiting(RateLimits.Tokens);
        routes.MapPost("/conversations", StartAsync).RequireRateLimiting(RateLimits.Tokens);
        routes.MapGet("/conversations/{id}", ReconnectAsync).RequireRateLimiting(RateLimits.Polls);
        routes.MapGet("/conversations/{id}/activities", ReadAsync).RequireRateLimiting(RateLimits.Polls);
        routes.MapPost("/conversations/{id}/activities", PostAsync).RequireRateLimiting(RateLimits.Answers);
        routes.MapPost("/conversations/{id}/upload", DirectLineUploadEndpoints.UploadAsync).RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(options.MaxUploadBytes + RequestLimits.LargestBody)).DisableAntiforgery();
        routes.MapGet("/conversations/{id}/files/{file}", DirectLineUploadEndpoints.ReadAsync).RequireRateLimiting(RateLimits.Polls);
        routes.MapGet("/conversations/{id}/stream", DirectLineStream.OpenAsync).RequireRateLimiting(RateLimits.Polls);
    }

    private static async Task<IResult> StartAsync(
        HttpRequest request, DirectLineTokens tokens, DirectLineChannel channel, IHostApplicationLifetime lifetime)
    {
        var caller = request.Caller(tokens);
        if (caller.Value is not { } known)
            return caller.Failure!.AsResult();
        var body = await request.ReadBodyAsync<TokenRequest>(request.HttpContext.RequestAborted);
        if (body.Failure is { } unreadable)
            return unreadable.AsResult();
        var started = await channel.StartAsync(known, body.Value?.User?.Id, lifetime.ApplicationStopping);
        return started.Value is { } conversation
            ? DirectLineResults.Json(ConversationResponse.Of(conversation, request), conversation.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : started.Failure!.AsResult();
    }

    private static async Task<IResult> ReconnectAsync(
        string id, HttpRequest request, DirectLineTokens tokens, DirectLineChannel channel, IHostApplicationLifetime lifetime)
    {
        var caller = request.Caller(tokens, id);
        if (caller.Value is not { } known)
            return caller.Failure!.AsResult();
        var reconnected = await channel.ReconnectAsync(id, known, lifetime.ApplicationStopping);
        return reconnected.Value is { } conversation
            ? DirectLineResults.Json(ConversationResponse.Of(conversation, request, request.Query["watermark"]))
            : reconnected.Failure!.AsResult();
    }

    private static async Task<IResult> ReadAsync(
        string id, string? watermark, HttpRequest request, DirectLineTokens tokens, DirectLineChannel channel, ConversationFileLinks links)
    {
        var caller = request.Caller(tokens, id);
        if (caller.Failure is { } failure)
            return failure.AsResult();
        var read = await channel.ReadAsync(id, watermark, request.HttpContext.RequestAborted);
        return read.Value is { } set ? DirectLineResults.Json(DirectLineAddresses.Complete(set, request, links)) : read.Failure!.AsResult();
    }

    private static async Task<IResult> PostAsync(
        string id, HttpRequest request, DirectLineTokens tokens, DirectLineChannel channel, KnowledgeBase knowledge, IHostApplicationLifetime lifetime)
    {
        var caller = request.Caller(tokens, id);
        if (caller.Value is not { } known)
            return caller.Failure!.AsResult();
        var body = await request.ReadBodyAsync<Bot.Activities.Activity>(request.HttpContext.RequestAborted);
        if (body.Value is not { } activity)
            return (body.Failure ?? DirectLineFailure.BadActivity).AsResult();
        if (activity.Type == Bot.Activities.ActivityTypes.Message && knowledge.Current is null)
        {
            request.HttpContext.Response.Headers.RetryAfter = LoadingRetrySeconds;
            return DirectLineResults.Loading.AsResult();
        }

        // A citizen who has gone on a bad line comes back for the answer: his message is worked on all the same.
        var posted = await channel.PostAsync(id, known, activity, lifetime.ApplicationStopping);
        return posted.Value is { } activityId ? DirectLineResults.Json(new { id = activityId }) : posted.Failure!.AsResult();
    }
}
