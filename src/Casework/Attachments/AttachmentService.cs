using System.Buffers.Text;
using System.Security.Cryptography;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Attachments;

/// <summary>
/// Takes files in, keeps them sealed, hands them out to who may see them. What a photo carries besides the picture (place, device) is kept as it is: it can be
/// evidence. Thread safe.
/// </summary>
public sealed class AttachmentService
{
    private const int MaxNameLength = 100;

    private readonly CaseworkStore _store;
    private readonly SealedFolder _files;
    private readonly Sealer _sealer;
    private readonly IOptions<AttachmentOptions> _options;
    private readonly TimeProvider _time;

    internal AttachmentService(CaseworkStore store, SealedFolder files, Sealer sealer, IOptions<AttachmentOptions> options, TimeProvider time) =>
        (_store, _files, _sealer, _options, _time) = (store, files, sealer, options, time);

    /// <summary>
    /// Takes a file in. It belongs to no request until one is sent, or supplemented, that names its id; the id is the only right to it and it is removed after
    /// <see cref="AttachmentOptions.UnclaimedFor"/>. Failures: <c>attachment.tooLarge</c>, <c>attachment.type</c>, <c>attachment.busy</c> (too much waits for
    /// its request already).
    /// </summary>
    /// <param name="content">Read once; 64 KB of it are in memory at a time.</param>
    /// <param name="name">The name on the citizen's device; only shown, and with the extension of what the content is.</param>
    /// <param name="cancellation">Stops the upload and leaves nothing.</param>
    public async Task<Result<UploadedAttachment>> UploadAsync(Stream content, string name, CancellationToken cancellation)
    {
        if (await UnclaimedBytesAsync(cancellation) > _options.Value.MaxUnclaimedBytes)
            return new Failure("attachment.busy", "现在上传的人太多，请过一会儿再传，或者见面时带上原件。");
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        AttachmentType? type = null;
        var (draft, copy) = await _files.DraftAsync(
            content, id, head => (type = AttachmentTypes.Sniff(head.Span[..Math.Min(head.Length, AttachmentTypes.HeadBytes)])) is not null, cancellation);
        if (copy.End == CopyEnd.TooLarge)
            return TooLarge(_options.Value.MaxFileBytes, "这个文件");
        if (copy.End == CopyEnd.Refused || type is not { } known || (known == AttachmentType.Docx && !IsPlainDocument(draft, id)))
        {
            File.Delete(draft);
            return new Failure("attachment.type", "这种文件不能收。请传照片（JPG、PNG、WebP）、PDF 或者 Word 文件（DOCX，不带宏），用手机拍照也可以。");
        }

        _files.Keep(draft, id);
        return await RecordAsync(id, CleanName(name, known), known, copy, cancellation);
    }

    /// <summary>
    /// Removes what belongs to no request: uploads nobody claimed, drafts of broken uploads, files whose row is gone. Safe when several servers do it at once.
    /// </summary>
    /// <returns>How many files were removed.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var before = _time.GetUtcNow() - _options.Value.UnclaimedFor;
        await _store.WriteAsync(
            (context, token) => context.Set<Attachment>().Where(item => item.RequestId == null && item.UploadedAt < before).ExecuteDeleteAsync(token), cancellation);
        var removed = 0;
        foreach (var batch in _files.OlderThan(before).Chunk(500))
        {
            var ids = batch.Select(file => file.Id).OfType<string>().ToList();
            var alive = await _store.ReadAsync(
                (context, token) => context.Set<Attachment>().Where(item => ids.Contains(item.Id)).Select(item => item.Id).ToHashSetAsync(StringComparer.Ordinal, token), cancellation);
            foreach (var (path, id) in batch.Where(file => file.Id is null || !alive.Contains(file.Id)))
            {
                File.Delete(path);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>The files of a request, the first sent first.</summary>
    internal async Task<IReadOnlyList<AttachmentLine>> ListAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation)
    {
        var items = await context.Set<Attachment>().AsNoTracking().Where(item => item.RequestId == requestId)
            .OrderBy(item => item.UploadedAt).ThenBy(item => item.Id).ToListAsync(cancellation);
        return [.. items.Select(item => new AttachmentLine(
            item.Id, _sealer.Open(item.SealedName, Attachment.NamePlace(item.Id)), item.Type, item.Size, item.Item, item.UploadedAt,
            items.TakeWhile(earlier => earlier.Id != item.Id).FirstOrDefault(earlier => earlier.Fingerprint == item.Fingerprint)?.Id))];
    }

    /// <summary>Makes uploads part of a request, in its transaction. Null when all were taken; one of the request's own files is taken again.</summary>
    internal async Task<Failure?> ClaimAsync(CaseworkContext context, Guid requestId, IReadOnlyList<AttachmentClaim> claims, CancellationToken cancellation)
    {
        if (claims.Count == 0)
            return null;
        foreach (var claim in claims)
        {
            // The database decides between two requests that name one file.
            var claimed = await context.Set<Attachment>().Where(item => item.Id == claim.Id && (item.RequestId == null || item.RequestId == requestId))
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.RequestId, requestId).SetProperty(item => item.Item, claim.Item), cancellation);
            if (claimed == 0)
                return new("attachment.notFound", "有一个文件没有找到，可能是上传太久了。请重新上传一次。");
        }

        var files = await context.Set<Attachment>().AsNoTracking().Where(item => item.RequestId == requestId)
            .Select(item => new { item.Id, item.Type, item.Size }).ToListAsync(cancellation);
        if (files.Count > _options.Value.MaxFiles)
            return new("attachment.tooMany", $"文件太多，一件申请最多 {_options.Value.MaxFiles} 个。请把要紧的先传上来，其余的见面时带上。");
        if (files.Sum(file => file.Size) > _options.Value.MaxRequestBytes)
            return TooLarge(_options.Value.MaxRequestBytes, "全部文件");
        var types = files.ToDictionary(file => file.Id, file => file.Type, StringComparer.Ordinal);
        return claims.FirstOrDefault(claim => claim.Extensions.Count > 0 && !types[claim.Id].Extensions().Intersect(claim.Extensions, StringComparer.Ordinal).Any()) is { } wrong
            ? new("attachment.type", $"这里要传 {string.Join("、", wrong.Extensions)} 格式的文件，请重新选一个。")
            : null;
    }

    /// <summary>A file of a request, to read; null when the request has no such file. The caller has seen to it that it may be seen.</summary>
    internal async Task<OpenedAttachment?> OpenAsync(Guid requestId, string id, CancellationToken cancellation)
    {
        var item = await _store.ReadAsync(
            (context, token) => context.Set<Attachment>().SingleOrDefaultAsync(item => item.Id == id && item.RequestId == requestId, token), cancellation);
        return item is null || _files.Open(item.Id) is not { } content
            ? null
            : new(content, _sealer.Open(item.SealedName, Attachment.NamePlace(item.Id)), item.Type.MediaType(), item.Size);
    }

    /// <summary>Removes the rows of a request's files, in its transaction. <see cref="RemoveFiles"/> comes after the commit.</summary>
    internal static async Task<List<string>> ForgetAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation)
    {
        var ids = await context.Set<Attachment>().AsNoTracking().Where(item => item.RequestId == requestId).Select(item => item.Id).ToListAsync(cancellation);
        await context.Set<Attachment>().Where(item => item.RequestId == requestId).ExecuteDeleteAsync(cancellation);
        return ids;
    }

    /// <summary>Removes files whose rows are gone. What a killed process leaves is swept later.</summary>
    internal void RemoveFiles(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            _files.Remove(id);
    }

    private async Task<Result<UploadedAttachment>> RecordAsync(string id, string name, AttachmentType type, SealedCopy copy, CancellationToken cancellation)
    {
        try
        {
            return await _store.WriteAsync<Result<UploadedAttachment>>(
                (context, _) =>
                {
                    context.Add(new Attachment
                    {
                        Id = id,
                        SealedName = _sealer.Seal(name, Attachment.NamePlace(id)),
                        Type = type,
                        Size = copy.Size,
                        Fingerprint = _sealer.Fingerprint("attachment", copy.Sha256),
                        UploadedAt = _time.GetUtcNow(),
                    });
                    return Task.FromResult<Result<UploadedAttachment>>(new UploadedAttachment(id, name, copy.Size, type));
                },
                cancellation);
        }
        catch
        {
            _files.Remove(id);
            throw;
        }
    }

    private Task<long> UnclaimedBytesAsync(CancellationToken cancellation) => _store.ReadAsync(
        (context, token) => context.Set<Attachment>().Where(item => item.RequestId == null).SumAsync(item => item.Size, token), cancellation);

    private bool IsPlainDocument(string draft, string id)
    {
        using var content = _files.OpenDraft(draft, id);
        return AttachmentTypes.IsPlainDocument(content);
    }

    private static Failure TooLarge(long limit, string what) =>
        new("attachment.tooLarge", $"{what}太大，最多 {limit / (1024 * 1024)} MB。请拍小一点，或者只传要紧的几页。");

    private static string CleanName(string name, AttachmentType type)
    {
        var stem = Path.GetFileNameWithoutExtension(name.Replace('\\', '/').Split('/')[^1]);
        var clean = string.Concat(stem.EnumerateRunes().Where(rune => System.Text.Rune.IsLetterOrDigit(rune) || " -_()（）、，.·".Contains(rune.ToString(), StringComparison.Ordinal))
            .Take(MaxNameLength).Select(rune => rune.ToString())).Trim(' ', '.');
        return $"{(clean.Length == 0 ? "附件" : clean)}.{type.Extensions()[0]}";
    }
}
