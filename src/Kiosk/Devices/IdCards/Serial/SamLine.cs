using System.Buffers.Binary;
using System.IO.Ports;

namespace LegalService.Kiosk.Devices.IdCards.Serial;

/// <summary>The line to a reader's security module: one question and its answer at a time. Opened when it is needed, and anew after every fault.</summary>
internal sealed class SamLine(CardReaderOptions options) : IDisposable
{
    private SerialPort? _port;

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="IOException">The line is not there, the reader does not answer, or what it says arrives damaged.</exception>
    public async Task<SamAnswer> AskAsync(SamCommand command, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.Timeout);
        try
        {
            var line = Open();
            var question = new byte[sizeof(ushort)];
            BinaryPrimitives.WriteUInt16BigEndian(question, (ushort)command);
            await line.WriteAsync(SamFrame.Around(question), limit.Token);
            var answer = await SamFrame.ReadAsync(line, limit.Token);
            return answer.Length >= 3 ? new(answer[2], answer.AsMemory(3)) : throw new InvalidDataException("card reader: an answer without its status");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or OperationCanceledException
            or InvalidOperationException or ObjectDisposedException)
        {
            // What is left of the answer must not be taken for the next one.
            Dispose();
            cancel.ThrowIfCancellationRequested();
            throw new IOException("The card reader does not answer", exception);
        }
    }

    /// <summary>Closes the line.</summary>
    public void Dispose()
    {
        try
        {
            _port?.Dispose();
        }
        catch (IOException)
        {
            // It was unplugged.
        }

        _port = null;
    }

    private Stream Open()
    {
        if (_port is null)
        {
            _port = new SerialPort(options.Port, options.Rate, Parity.None, 8, StopBits.One);
            _port.Open();
        }

        _port.DiscardInBuffer();
        return _port.BaseStream;
    }
}
