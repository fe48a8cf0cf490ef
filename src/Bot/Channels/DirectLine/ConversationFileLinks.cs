using LegalService.Bot.Activities;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>Addresses of files that are kept with a conversation. They open for a while, and for nobody who does not have them. Thread safe.</summary>
public sealed class ConversationFileLinks(DirectLineTokens tokens)
{
    /// <summary>A kept file as part of a message.</summary>
    public static Attachment Attached(string conversation, string file, string type, string name) => new() { ContentType = type, ContentUrl = Address(conversation, file), Name = name };

    /// <summary>The activity with addresses that open: those of its files get a fresh token.</summary>
    public Activity Opened(Activity activity)
    {
        if (activity.Attachments is not { Count: > 0 } attachments || activity.Conversation?.Id is not { } conversation)
            return activity;
        return activity with { Attachments = [.. attachments.Select(attachment => Opened(attachment, conversation))] };
    }

    /// <summary>The file with an address that opens; anything else as it is.</summary>
    internal Attachment Opened(Attachment attachment, string conversation)
    {
        if (attachment.ContentUrl?.StartsWith(Address(conversation, ""), StringComparison.Ordinal) != true)
            return attachment;
        var address = $"{attachment.ContentUrl}?t={tokens.Give(TokenUse.File, conversation, user: null)}";
        // Clients show a citizen's own picture only where it has a small one too.
        return attachment with { ContentUrl = address, ThumbnailUrl = attachment.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true ? address : null };
    }

    /// <summary>Where a file is, without the part that opens it.</summary>
    private static string Address(string conversation, string file) => $"/v3/directline/conversations/{conversation}/files/{file}";
}
