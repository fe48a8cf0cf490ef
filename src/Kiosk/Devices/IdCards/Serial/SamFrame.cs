using System.Buffers.Binary;

namespace LegalService.Kiosk.Devices.IdCards.Serial;

/// <summary>
/// Frames between a machine and a reader's security module (GA 467-2013): AA AA AA 96 69, the length of what follows in two bytes, the contents, and the
/// exclusive or of all bytes from the length on.
/// </summary>
internal static class SamFrame
{
    /// <summary>Bytes before the contents.</summary>
    public const int HeaderBytes = 7;

    // Text, photo and two fingerprints, with room.
    private const int LargestBody = 4096;

    private static readonly byte[] Preamble = [0xAA, 0xAA, 0xAA, 0x96, 0x69];

    /// <summary>A frame around contents: command and parameter one way, three status bytes and data the other.</summary>
    public static byte[] Around(ReadOnlySpan<byte> contents)
    {
        var frame = new byte[HeaderBytes + contents.Length + 1];
        Preamble.CopyTo(frame, 0);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Preamble.Length), (ushort)(contents.Length + 1));
        contents.CopyTo(frame.AsSpan(HeaderBytes));
        frame[^1] = Check(frame.AsSpan(Preamble.Length, frame.Length - Preamble.Length - 1));
        return frame;
    }

    /// <summary>Reads the contents of the next frame; noise before it is passed over.</summary>
    /// <exception cref="InvalidDataException">It was damaged on the way.</exception>
    /// <exception cref="EndOfStreamException">The line is closed.</exception>
    public static async Task<byte[]> ReadAsync(Stream line, CancellationToken cancel)
    {
        await PassNoiseAsync(line, cancel);
        var length = new byte[sizeof(ushort)];
        await line.ReadExactlyAsync(length, cancel);
        var size = BinaryPrimitives.ReadUInt16BigEndian(length);
        if (size is < 2 or > LargestBody)
            throw new InvalidDataException("card reader: a frame of an impossible length");
        var body = new byte[size];
        await line.ReadExactlyAsync(body, cancel);
        if ((Check(length) ^ Check(body.AsSpan(0, size - 1))) != body[^1])
            throw new InvalidDataException("card reader: a frame was damaged on the way");
        return body[..^1];
    }

    private static async Task PassNoiseAsync(Stream line, CancellationToken cancel)
    {
        var last = new byte[Preamble.Length];
        await line.ReadExactlyAsync(last, cancel);
        while (!last.AsSpan().SequenceEqual(Preamble))
        {
            last.AsSpan(1).CopyTo(last);
            await line.ReadExactlyAsync(last.AsMemory(last.Length - 1), cancel);
        }
    }

    private static byte Check(ReadOnlySpan<byte> bytes)
    {
        byte check = 0;
        foreach (var value in bytes)
            check ^= value;
        return check;
    }
}
