namespace LegalService.Knowledge.Sync;

/// <summary>A whole body in memory.</summary>
/// <param name="bytes">The body; empty when it was too large.</param>
/// <param name="isTooLarge">It was larger than allowed, and was not read to its end.</param>
internal sealed class BufferedBody(byte[] bytes, bool isTooLarge) : ByteArrayContent(bytes)
{
    public byte[] Bytes { get; } = bytes;

    public bool IsTooLarge => isTooLarge;
}

/// <summary>
/// Reads the whole body inside the try, so that a body that breaks off or hangs is tried again like any other failure, and so that the
/// rules for trying again can look at it.
/// </summary>
internal sealed class BufferingHandler(int maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            using var original = response.Content;
            var body = await ReadAsync(original, cancellationToken);
            foreach (var (name, values) in original.Headers)
                body.Headers.TryAddWithoutValidation(name, values);
            response.Content = body;
            return response;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, e.Message, e);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<BufferedBody> ReadAsync(HttpContent content, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (memory.Length + read > maxBytes)
                return new BufferedBody([], isTooLarge: true);
            memory.Write(buffer, 0, read);
        }

        return new BufferedBody(memory.ToArray(), isTooLarge: false);
    }
}
