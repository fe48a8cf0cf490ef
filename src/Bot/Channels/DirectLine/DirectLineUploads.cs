using LegalService.Bot.Activities;
using LegalService.Casework.Conversations;
using Microsoft.Extensions.Options;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>Files that are sent with a message. Thread safe.</summary>
public sealed class DirectLineUploads(ConversationFiles files, DirectLineChannel channel, DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    private const int LongestName = 120;

    /// <summary>Keeps the files and posts a message with them.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="message">The message; null makes one.</param>
    /// <param name="uploaded">The files.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The message's id.</returns>
    public async Task<Reply<string>> PostAsync(
        string conversation, DirectLineCaller caller, Activity? message, IReadOnlyList<UploadedFile> uploaded, CancellationToken cancellation)
    {
        if (uploaded.Count == 0)
            return DirectLineFailure.BadActivity;
        if (uploaded.Count > options.Value.MaxFiles || uploaded.Sum(file => (long)file.Content.Length) > options.Value.MaxUploadBytes)
            return DirectLineFailure.TooLarge;
        if (uploaded.Any(file => FileSniffer.TypeOf(file.Content.Span) is null))
            return DirectLineFailure.BadFile;
        var attachments = new List<Attachment>();
        foreach (var file in uploaded)
        {
            var type = FileSniffer.TypeOf(file.Content.Span)!;
            var kept = await files.KeepAsync(new KeptFile(conversation, type, file.Content), cancellation);
            if (!kept.Succeeded)
                return kept.Failure.Code == ConversationCodes.NotFound ? DirectLineFailure.NoConversation : DirectLineFailure.TooLarge;
            attachments.Add(ConversationFileLinks.Attached(conversation, kept.Value, type, Shorten(file.Name)));
        }

        message ??= new Activity { Type = ActivityTypes.Message };
        return await channel.PostAsync(conversation, caller, message with { Type = ActivityTypes.Message, Attachments = attachments }, cancellation);
    }

    /// <summary>A file of a conversation, opened by the token in its address.</summary>
    public async Task<Reply<KeptFile>> FindAsync(string conversation, string file, string token, CancellationToken cancellation)
    {
        var caller = tokens.Read(TokenUse.File, token);
        if (caller.Failure is { } failure)
            return failure;
        if (caller.Value!.Conversation != conversation)
            return DirectLineFailure.ForeignToken;
        return await files.FindAsync(file, cancellation) is { } found && found.ConversationId == conversation ? found : DirectLineFailure.NoFile;
    }

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[^LongestName..];
}
