using System.Buffers.Text;
using System.Security.Cryptography;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Conversations;

/// <summary>Files that came with activities, sealed; they go with their conversation. Thread safe.</summary>
public sealed class ConversationFiles
{
    /// <summary>Code of the failure when a conversation has no room for the file.</summary>
    public const string TooMuch = "conversation.filesTooLarge";

    private const int IdBytes = 16;

    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly TimeProvider _time;
    private readonly ConversationOptions _options;

    internal ConversationFiles(CaseworkStore store, Sealer sealer, TimeProvider time, IOptions<ConversationOptions> options) =>
        (_store, _sealer, _time, _options) = (store, sealer, time, options.Value);

    /// <summary>Keeps a file. Gives its id, which cannot be guessed; or <see cref="ConversationCodes.NotFound"/>, or <see cref="TooMuch"/>.</summary>
    public Task<Result<string>> KeepAsync(KeptFile file, CancellationToken cancellation)
    {
        var (id, now) = (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)), _time.GetUtcNow());
        var content = _sealer.Seal(file.Content.Span, ConversationFile.Place(file.ConversationId, id));
        return _store.WriteAsync<Result<string>>(
            async (context, token) =>
            {
                // Held against other uploads, so that together they do not exceed the limit.
                if (await context.Set<Conversation>().Where(conversation => conversation.Id == file.ConversationId)
                        .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.LastActivityAt, now), token) == 0)
                {
                    return new Failure(ConversationCodes.NotFound, "这次对话已经结束，请重新开始。");
                }

                var used = await context.Set<ConversationFile>().Where(one => one.ConversationId == file.ConversationId).SumAsync(one => (long)one.Bytes, token);
                if (used + file.Content.Length > _options.MaxFileBytes)
                    return new Failure(TooMuch, "这次对话里的文件已经太多了，请到窗口提交，或者重新开始一次对话。");
                context.Add(new ConversationFile
                {
                    Id = id,
                    ConversationId = file.ConversationId,
                    At = now,
                    ContentType = file.ContentType,
                    Bytes = file.Content.Length,
                    Content = content,
                });
                return id;
            },
            cancellation);
    }

    /// <summary>A file; null when there is none of that id.</summary>
    public async Task<KeptFile?> FindAsync(string id, CancellationToken cancellation) =>
        await _store.ReadAsync((context, token) => context.Set<ConversationFile>().SingleOrDefaultAsync(file => file.Id == id, token), cancellation) is { } found
            ? new(found.ConversationId, found.ContentType, _sealer.OpenBytes(found.Content, ConversationFile.Place(found.ConversationId, found.Id)))
            : null;
}
