using System.Security.Cryptography;
using LegalService.Casework.Sealing;

namespace LegalService.Casework.Attachments;

/// <summary>The plain content of a sealed file, chunk by chunk. Not thread safe. Throws <see cref="CryptographicException"/> when the file was changed.</summary>
internal sealed class SealedReadStream : Stream
{
    private const int SealedChunk = SealedFile.ChunkBytes + SealedFile.Overhead;

    private readonly FileStream _file;
    private readonly Sealer _sealer;
    private readonly string _id;
    private readonly long _lastIndex;

    private byte[] _chunk = [];
    private long _chunkIndex = -1;

    public SealedReadStream(string path, Sealer sealer, string id)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, SealedFile.ChunkBytes, useAsync: true);
        (_sealer, _id) = (sealer, id);
        try
        {
            var body = _file.Length - SealedFile.Magic.Length;
            var head = new byte[SealedFile.Magic.Length];
            if (body < SealedFile.Overhead || body % SealedChunk < SealedFile.Overhead || _file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
                || !head.AsSpan().SequenceEqual(SealedFile.Magic))
                throw new CryptographicException("Not a sealed file");
            _lastIndex = body / SealedChunk;
            Length = (_lastIndex * SealedFile.ChunkBytes) + (body % SealedChunk) - SealedFile.Overhead;
            // The last chunk says that it is the last: a file cut off between two chunks does not open, whatever is read of it.
            Position = _lastIndex * SealedFile.ChunkBytes;
            var box = Locate()!;
            _file.ReadExactly(box);
            Take(box);
            Position = 0;
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    /// <summary>Plain bytes.</summary>
    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length)
            return 0;
        if (Locate() is { } box)
        {
            _file.ReadExactly(box);
            Take(box);
        }

        return Copy(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length)
            return 0;
        if (Locate() is { } box)
        {
            await _file.ReadExactlyAsync(box, cancellationToken);
            Take(box);
        }

        return Copy(buffer.Span);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>An array for the sealed chunk at the position, with the file set to its begin; null when that chunk is open already.</summary>
    private byte[]? Locate()
    {
        var index = Position / SealedFile.ChunkBytes;
        if (index == _chunkIndex)
            return null;
        _chunkIndex = -1;
        var start = SealedFile.Magic.Length + (index * SealedChunk);
        _file.Position = start;
        return new byte[Math.Min(SealedChunk, _file.Length - start)];
    }

    private void Take(byte[] box)
    {
        var index = Position / SealedFile.ChunkBytes;
        _chunk = _sealer.OpenBytes(box, SealedFile.Place(_id, index, index == _lastIndex));
        _chunkIndex = index;
    }

    private int Copy(Span<byte> buffer)
    {
        var from = (int)(Position % SealedFile.ChunkBytes);
        var count = Math.Min(buffer.Length, _chunk.Length - from);
        _chunk.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }
}
