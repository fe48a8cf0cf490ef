using System.Text;
using LegalService.Casework;
using LegalService.Casework.Attachments;
using LegalService.Server.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LegalService.Server.Pages.Forms;

/// <summary>
/// What a form sent. Files are sealed as they come in, part by part: a form that ASP.NET Core binds would lie unsealed in a temporary file.
/// </summary>
internal sealed class PostedForm
{
    private const int MostValues = 2000;
    private const int MostFiles = 20;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Result<UploadedAttachment>> _files = new(StringComparer.Ordinal);

    private PostedForm()
    {
    }

    /// <summary>Files by the names of their controls: taken in, or why not.</summary>
    public IReadOnlyDictionary<string, Result<UploadedAttachment>> Files => _files;

    /// <summary>A value; "" when it was not sent.</summary>
    public string this[string name] => _values.TryGetValue(name, out var values) ? values[^1] : "";

    /// <summary>All values of a name; none when it was not sent.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>Reads a form.</summary>
    /// <param name="request">Its request.</param>
    /// <param name="attachments">Takes files in; null where the form has none.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Null when it is no form, or larger than any of this site.</returns>
    public static async Task<PostedForm?> ReadAsync(HttpRequest request, AttachmentService? attachments, CancellationToken cancellation)
    {
        var form = new PostedForm();
        try
        {
            if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data"
                && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 200 } boundary)
            {
                return attachments is not null && await form.ReadPartsAsync(new MultipartReader(boundary, request.Body), attachments, cancellation) ? form : null;
            }

            if (!request.HasFormContentType)
                return null;
            var limits = new FormOptions { ValueLengthLimit = RequestLimits.LargestInterview, ValueCountLimit = MostValues, BufferBody = false };
            foreach (var (name, values) in await new FormFeature(request, limits).ReadFormAsync(cancellation))
                form._values[name] = [.. values.Select(value => value ?? "")];
            return form;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException)
        {
            // Broken off, malformed, or above one of the limits.
            return null;
        }
    }

    private async Task<bool> ReadPartsAsync(MultipartReader parts, AttachmentService attachments, CancellationToken cancellation)
    {
        var left = RequestLimits.LargestInterview;
        while (await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (part.AsFileSection() is { Name: { Length: > 0 } control, FileStream: { } content } file)
            {
                // A control in which nothing was chosen sends a file without a name.
                if (file.FileName.Length == 0)
                    continue;
                if (_files.Count == MostFiles)
                    return false;
                _files[control] = await attachments.UploadAsync(content, file.FileName, cancellation);
            }
            else if (part.AsFormDataSection() is { Name: { Length: > 0 } name })
            {
                if (await ReadTextAsync(part.Body, left, cancellation) is not { } text || _values.Count == MostValues)
                    return false;
                left -= text.Length;
                (_values.TryGetValue(name, out var values) ? values : _values[name] = []).Add(text);
            }
        }

        return true;
    }

    /// <summary>Null when it is longer.</summary>
    private static async Task<string?> ReadTextAsync(Stream body, int most, CancellationToken cancellation)
    {
        using var reader = new StreamReader(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        var text = new StringBuilder();
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (text.Append(buffer, 0, read).Length > most)
                return null;
        }

        return text.ToString();
    }
}
