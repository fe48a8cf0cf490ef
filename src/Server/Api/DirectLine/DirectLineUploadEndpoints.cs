using LegalService.Bot.Activities;
using LegalService.Bot.Channels.DirectLine;
using LegalService.Casework.Papers;

namespace LegalService.Server.Api.DirectLine;

/// <summary>Files: sent as a form with the message beside them, or alone as the body.</summary>
internal static class DirectLineUploadEndpoints
{
    /// <summary>Name and media type of the form's part that is the message.</summary>
    private const string ActivityPart = "activity";

    private const string ActivityType = "application/vnd.microsoft.activity";

    public static async Task<IResult> UploadAsync(
        string id, string? userId, HttpRequest request, DirectLineTokens tokens, DirectLineUploads uploads, IHostApplicationLifetime lifetime)
    {
        var caller = request.Caller(tokens, id);
        if (caller.Value is not { } known)
            return caller.Failure!.AsResult();
        try
        {
            var (message, files) = request.HasFormContentType ? await FormAsync(request) : (null, [await BodyAsync(request)]);
            if (message is null && userId is { Length: > 0 })
                message = new Activity { Type = ActivityTypes.Message, From = new ChannelAccount(userId) };
            var posted = await uploads.PostAsync(id, known, message, files, lifetime.ApplicationStopping);
            return posted.Value is { } activity ? DirectLineResults.Json(new { id = activity }) : posted.Failure!.AsResult();
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidDataException)
        {
            return DirectLineFailure.BadActivity.AsResult();
        }
        catch (BadHttpRequestException exception)
        {
            return (exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? DirectLineFailure.TooLarge : DirectLineFailure.BadActivity).AsResult();
        }
    }

    public static async Task<IResult> ReadAsync(string id, string file, string? t, HttpResponse response, DirectLineUploads uploads, CancellationToken cancellation)
    {
        var found = await uploads.FindAsync(id, file, t ?? "", cancellation);
        if (found.Value is not { } kept)
            return found.Failure!.AsResult();
        // What a citizen sent is never run as a page of this site.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        if (!kept.ContentType.StartsWith("image/", StringComparison.Ordinal))
            response.Headers.ContentDisposition = kept.ContentType == PaperDocument.MediaType ? "attachment; filename=document.docx" : "attachment";
        return Results.Bytes(kept.Content, kept.ContentType);
    }

    private static async Task<(Activity? Message, IReadOnlyList<UploadedFile> Files)> FormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        Activity? message = form[ActivityPart] is [{ } text] ? ActivityJson.Read(text) : null;
        var files = new List<UploadedFile>();
        foreach (var part in form.Files)
        {
            await using var stream = part.OpenReadStream();
            var content = await BytesAsync(stream, request.HttpContext.RequestAborted);
            if (part.Name == ActivityPart || part.ContentType == ActivityType)
                message = ActivityJson.Read(System.Text.Encoding.UTF8.GetString(content));
            else
                files.Add(new UploadedFile(part.FileName, content));
        }

        return (message, files);
    }

    private static async Task<UploadedFile> BodyAsync(HttpRequest request) => new(
        request.GetTypedHeaders().ContentDisposition?.FileName.Value?.Trim('"') ?? "file", await BytesAsync(request.Body, request.HttpContext.RequestAborted));

    private static async Task<byte[]> BytesAsync(Stream stream, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellation);
        return memory.ToArray();
    }
}
