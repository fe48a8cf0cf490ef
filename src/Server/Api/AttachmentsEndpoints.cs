using LegalService.Casework;
using LegalService.Casework.Attachments;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LegalService.Server.Api;

/// <summary>Files for answers of type <c>file</c>: uploaded first, named in the request afterwards, swept when no request names them.</summary>
internal static class AttachmentsEndpoints
{
    private static readonly Failure NoFile = new("attachment.missing", "没有收到文件，请重新选择文件再上传。");

    public static void MapAttachments(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/attachments", Upload)
        .WithName("upload")
        .WithTags("requests")
        .WithSummary("Uploads a file; its type is found in its content")
        .Accepts<IFormFile>("multipart/form-data")
        .Refuses("attachment.missing", "attachment.type", "attachment.tooLarge", "attachment.busy")
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .RequireRateLimiting(RateLimits.Writes);

    // Read part by part: a form that ASP.NET Core binds would lie unsealed in a temporary file. How large a file may be is decided where it is sealed.
    private static async Task<Results<Created<AttachmentResponse>, ProblemHttpResult>> Upload(
        HttpRequest request, AttachmentService attachments, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            return NoFile.AsResult();
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.AsFileSection() is not { Name: "file", FileStream: { } content } file)
                continue;
            var uploaded = await attachments.UploadAsync(content, file.FileName, cancellation);
            return uploaded.Succeeded
                ? TypedResults.Created((string?)null, new AttachmentResponse(uploaded.Value.Id, uploaded.Value.Name, uploaded.Value.MediaType, uploaded.Value.Size))
                : uploaded.Failure.AsResult();
        }

        return NoFile.AsResult();
    }
}
