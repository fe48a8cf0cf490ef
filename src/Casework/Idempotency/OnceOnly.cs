using System.Text.Json;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Idempotency;

/// <summary>
/// Does once what is sent twice under one Idempotency-Key. The key is written in the same transaction as the change, so that both are there or neither is;
/// it is written first, so that a second sending waits for the first one and then gets its answer. Thread safe.
/// </summary>
internal sealed class OnceOnly(CaseworkStore store, Sealer sealer, IOptions<IdempotencyOptions> options, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>
    /// Runs <paramref name="change"/> in one transaction, or gives the answer it gave before. A failure is not remembered: the same key may be tried again.
    /// Failures of its own: <c>idempotency.key</c> (none, or too long), <c>idempotency.mismatch</c> (the key came before with other content). Where
    /// <paramref name="change"/> breaches a unique index, or finds a row changed meanwhile, it is run again, so what it draws at random is drawn anew.
    /// </summary>
    /// <param name="operation">Such as <c>appointment.book</c>.</param>
    /// <param name="key">What the client sent as Idempotency-Key.</param>
    /// <param name="content">All that was sent; compared as JSON.</param>
    /// <param name="change">As for <see cref="CaseworkStore.WriteAsync{T}"/>. Its value must come back from JSON as it went in.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public async Task<Result<T>> RunAsync<T>(
        string operation, string? key, object content, Func<CaseworkContext, CancellationToken, Task<Result<T>>> change, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > options.Value.MaxKeyLength)
            return new Failure("idempotency.key", $"请求头 Idempotency-Key 要写 1 到 {options.Value.MaxKeyLength} 个字符，同一件事重发时不变");
        var keyHash = sealer.Fingerprint($"idempotency/{operation}", key);
        var contentHash = sealer.Fingerprint("idempotency/content", JsonSerializer.Serialize(content));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.WriteAsync((context, token) => OnceAsync(context, operation, keyHash, contentHash, change, token), cancellation);
            }
            catch (Exception exception) when (exception is UniqueViolationException or DbUpdateConcurrencyException && attempt < Tries)
            {
                // The same key was written meanwhile, or a row was changed, or the change drew what another one has: see again.
            }
        }
    }

    /// <summary>Forgets keys past their time. Safe when several servers do it at once. Returns how many.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow().AddDays(-options.Value.KeepDays);
        return store.WriteAsync((context, token) => context.Set<IdempotencyRecord>().Where(record => record.At < before).ExecuteDeleteAsync(token), cancellation);
    }

    private async Task<Result<T>> OnceAsync<T>(
        CaseworkContext context, string operation, string key, string content, Func<CaseworkContext, CancellationToken, Task<Result<T>>> change, CancellationToken token)
    {
        var place = $"idempotency/{operation}/{key}";
        if (await context.Set<IdempotencyRecord>().FindAsync([operation, key], token) is { } known)
        {
            return known.Content == content
                ? JsonSerializer.Deserialize<T>(sealer.OpenBytes(known.Response, place))!
                : new Failure("idempotency.mismatch", "这个 Idempotency-Key 已经用来提交过别的内容，请换一个新的再提交");
        }

        var record = new IdempotencyRecord { Operation = operation, Key = key, Content = content, At = time.GetUtcNow() };
        context.Add(record);
        await context.SaveChangesAsync(token);
        var result = await change(context, token);
        if (result.Succeeded)
            record.Response = sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(result.Value), place);
        return result;
    }
}
