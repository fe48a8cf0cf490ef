using System.Buffers.Binary;

namespace LegalService.CardReader;

/// <summary>The reader at its end of a serial line.</summary>
internal static class SerialSide
{
    private static readonly byte[] Preamble = [0xAA, 0xAA, 0xAA, 0x96, 0x69];

    /// <summary>Answers what is asked until the line is closed.</summary>
    /// <param name="line">The end of the line.</param>
    /// <param name="module">What answers.</param>
    /// <param name="garble">Changes an answer on its way; null: nothing does.</param>
    /// <param name="stop">Hangs up.</param>
    public static async Task ServeAsync(Stream line, ReaderModule module, Func<byte[], byte[]>? garble = null, CancellationToken stop = default)
    {
        var header = new byte[Preamble.Length + sizeof(ushort)];
        try
        {
            while (true)
            {
                await line.ReadExactlyAsync(header, stop);
                var body = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(Preamble.Length))];
                await line.ReadExactlyAsync(body, stop);
                var answer = Frame(module.Answer(BinaryPrimitives.ReadUInt16BigEndian(body)));
                await line.WriteAsync(garble?.Invoke(answer) ?? answer, stop);
                await line.FlushAsync(stop);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The line is closed.
        }
    }

    private static byte[] Frame(ReadOnlySpan<byte> contents)
    {
        var frame = new byte[Preamble.Length + sizeof(ushort) + contents.Length + 1];
        Preamble.CopyTo(frame, 0);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Preamble.Length), (ushort)(contents.Length + 1));
        contents.CopyTo(frame.AsSpan(Preamble.Length + sizeof(ushort)));
        foreach (var value in frame.AsSpan(Preamble.Length, frame.Length - Preamble.Length - 1))
            frame[^1] ^= value;
        return frame;
    }
}
