using System.Net;
using LegalService.Contracts;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>Fetches the file of a corpus, and goes on where it broke off the last time.</summary>
internal sealed class CorpusDownload(IKioskApi centre, IOptions<LocalCopyOptions> options, TimeProvider time)
{
    private const int Piece = 128 * 1024;

    /// <summary>Fetches what is missing of the file.</summary>
    /// <exception cref="HttpRequestException">The centre does not give it.</exception>
    /// <exception cref="IOException">The line broke off; what came is kept.</exception>
    public async Task FetchAsync(KioskCorpusResponse manifest, string path, CancellationToken cancellation)
    {
        var known = File.Exists(path) ? new FileInfo(path).Length : 0;
        if (known == manifest.Bytes)
            return;
        using var response = await centre.CorpusFileAsync(manifest.Version, known is 0 ? null : $"bytes={known}-", cancellation);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            File.Delete(path);
            throw new HttpRequestException("The file is longer than the centre's");
        }

        response.EnsureSuccessStatusCode();
        var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == known;
        await using var file = new FileStream(path, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write);
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        await CopyAsync(content, file, manifest.Bytes, cancellation);
    }

    private async Task CopyAsync(Stream content, FileStream file, long most, CancellationToken cancellation)
    {
        var piece = new byte[Piece];
        while (true)
        {
            int read;
            using (var patience = new CancellationTokenSource(options.Value.StallAfter, time))
            using (var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation))
            {
                try
                {
                    read = await content.ReadAsync(piece, either.Token);
                }
                catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
                {
                    throw new IOException("Nothing more comes", exception);
                }
            }

            if (read == 0)
                return;
            if (file.Length + read > most)
                throw new IOException("More comes than was announced");
            await file.WriteAsync(piece.AsMemory(0, read), cancellation);
        }
    }
}
