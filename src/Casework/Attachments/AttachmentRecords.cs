namespace LegalService.Casework.Attachments;

/// <summary>A file that was taken in.</summary>
/// <param name="Id">Names it in the answer to a field of type file; secret, for it is the only right to it.</param>
/// <param name="Name">As it will be shown, with the extension of what it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Type">What its content says it is.</param>
public sealed record UploadedAttachment(string Id, string Name, long Size, AttachmentType Type)
{
    /// <summary>The media type of its content.</summary>
    public string MediaType => Type.MediaType();
}

/// <summary>A file of a request.</summary>
/// <param name="Id">Names it within the request.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Type">What its content says it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Item">The field or paper it was sent for; null when none was named.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="SameAs">An earlier file of the request with the same content; null when there is none.</param>
public sealed record AttachmentLine(string Id, string Name, AttachmentType Type, long Size, string? Item, DateTimeOffset UploadedAt, string? SameAs);

/// <summary>A file to read. Who gets it closes it.</summary>
/// <param name="Content">The plain content; can seek. Reading throws <see cref="System.Security.Cryptography.CryptographicException"/> when the stored file was changed.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="MediaType">By its content. To be sent as a download, with <c>X-Content-Type-Options: nosniff</c>.</param>
/// <param name="Size">Bytes.</param>
public sealed record OpenedAttachment(Stream Content, string Name, string MediaType, long Size) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>An upload that a request names.</summary>
/// <param name="Id">The upload.</param>
/// <param name="Item">The field or paper it is for; null: none.</param>
/// <param name="Extensions">What the field takes; empty: all that can be uploaded.</param>
internal sealed record AttachmentClaim(string Id, string? Item, IReadOnlyList<string> Extensions);
