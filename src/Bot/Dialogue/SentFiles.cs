using LegalService.Bot.Activities;
using LegalService.Casework;
using LegalService.Casework.Attachments;
using LegalService.Casework.Conversations;

namespace LegalService.Bot.Dialogue;

/// <summary>Takes files of a conversation over to where files of requests are kept. Thread safe.</summary>
internal sealed class SentFiles(ConversationFiles files, AttachmentService attachments)
{
    private static readonly Failure Gone = new("attachment.notFound", "文件没有传到，请再发一次。");

    /// <summary>The file as an upload that waits for its request. Done twice it waits twice; what no request names is removed. Failures as of uploading.</summary>
    public async Task<Result<UploadedAttachment>> TakeAsync(Activity message, Attachment attachment, CancellationToken cancellation)
    {
        var id = attachment.ContentUrl?[(attachment.ContentUrl.LastIndexOf('/') + 1)..] ?? "";
        if (await files.FindAsync(id, cancellation) is not { } file || file.ConversationId != message.Conversation?.Id)
            return Gone;
        await using var content = new MemoryStream(file.Content.ToArray(), writable: false);
        return await attachments.UploadAsync(content, attachment.Name ?? "", cancellation);
    }
}
