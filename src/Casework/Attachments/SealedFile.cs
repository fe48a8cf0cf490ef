using System.Buffers;
using System.Security.Cryptography;
using LegalService.Casework.Sealing;

namespace LegalService.Casework.Attachments;

/// <summary>
/// A sealed file: 5 bytes "LSA1" and a zero, then chunks of <see cref="ChunkBytes"/> plain bytes, each sealed by <see cref="Sealer"/> for the place
/// "attachment/ID/INDEX", the last one (it may be empty) for "attachment/ID/INDEX/last". Chunks that were swapped, taken out, cut off or brought from another
/// file do not open. Reading and writing hold one chunk in memory, whatever the size of the file.
/// </summary>
internal static class SealedFile
{
    /// <summary>Plain bytes of a chunk: below what the runtime keeps on its large heap.</summary>
    public const int ChunkBytes = 64 * 1024;

    /// <summary>Bytes that sealing adds to a chunk.</summary>
    internal const int Overhead = 1 + 12 + 16;

    internal static ReadOnlySpan<byte> Magic => "LSA1\0"u8;

    internal static string Place(string id, long index, bool isLast) => $"attachment/{id}/{index}{(isLast ? "/last" : "")}";

    /// <summary>Copies <paramref name="source"/> sealed into <paramref name="target"/>.</summary>
    /// <param name="source">Read once, to its end or to the limit.</param>
    /// <param name="target">Written from where it stands; not flushed.</param>
    /// <param name="sealer">The key.</param>
    /// <param name="id">The attachment.</param>
    /// <param name="maxBytes">The first byte beyond ends the copying.</param>
    /// <param name="look">Is shown the first chunk and stops the copying by false.</param>
    /// <param name="cancellation">Stops the copying.</param>
    public static async Task<SealedCopy> WriteAsync(
        Stream source, Stream target, Sealer sealer, string id, long maxBytes, Func<ReadOnlyMemory<byte>, bool> look, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            await target.WriteAsync(Magic.ToArray(), cancellation);
            long size = 0;
            for (long index = 0; ; index++)
            {
                var read = await source.ReadAtLeastAsync(chunk.AsMemory(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false, cancellation);
                size += read;
                if (size > maxBytes)
                    return new(CopyEnd.TooLarge, size, "");
                if (index == 0 && !look(chunk.AsMemory(0, read)))
                    return new(CopyEnd.Refused, size, "");
                hash.AppendData(chunk, 0, read);
                var isLast = read < ChunkBytes;
                await target.WriteAsync(sealer.Seal(chunk.AsSpan(0, read), Place(id, index, isLast)), cancellation);
                if (isLast)
                    return new(CopyEnd.Whole, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
            }
        }
        finally
        {
            // The pool hands the array to anyone.
            ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }
    }
}

/// <summary>How copying ended.</summary>
/// <param name="End">Whether all was copied.</param>
/// <param name="Size">Plain bytes read.</param>
/// <param name="Sha256">Lower-case hex; empty unless all was copied.</param>
internal sealed record SealedCopy(CopyEnd End, long Size, string Sha256);

internal enum CopyEnd
{
    Whole,
    TooLarge,
    Refused,
}
