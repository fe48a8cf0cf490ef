using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using LegalService.Casework.Documents;
using LegalService.Casework.Papers;
using LegalService.Contracts;
using LegalService.Interviews.Papers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>Letters and documents as data, and as pages to print: A4, black on white, without a script.</summary>
internal static class PaperPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A page of its own.</summary>
    public static ContentHttpResult Of(string title, IReadOnlyList<PaperLine> lines)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{Encoder.Encode(title)}</title>");
        page.Append("<link rel=\"stylesheet\" href=\"/paper.css\"></head><body><main>");
        for (var at = 0; at < lines.Count; at++)
            Append(page, lines, at);
        return TypedResults.Content(page.Append("</main></body></html>").ToString(), "text/html", Encoding.UTF8);
    }

    public static IReadOnlyList<PaperLineResponse> ToResponse(this IReadOnlyList<PaperLine> lines) =>
        [.. lines.Select(line => new PaperLineResponse(line.Kind.Name(), line.Text, line.Kind == PaperLineKind.Row ? [.. line.Cells.Select(cell => cell.Text)] : null))];

    /// <summary>The document of a request as a Word document.</summary>
    public static FileContentHttpResult AsFile(this OpenedDocument document) =>
        TypedResults.File(PaperDocument.Write(document.Name, PaperText.Lines(document.Text)), PaperDocument.MediaType, document.FileName);

    private static void Append(StringBuilder page, IReadOnlyList<PaperLine> lines, int at)
    {
        var line = lines[at];
        if (line.Kind != PaperLineKind.Row)
        {
            var (tag, style) = line.Kind == PaperLineKind.Title ? ("h1", "") : ("p", $" class=\"{line.Kind.Name()}\"");
            page.Append(CultureInfo.InvariantCulture, $"<{tag}{style}>{Encoder.Encode(line.Text)}</{tag}>");
            return;
        }

        page.Append(at > 0 && lines[at - 1].Kind == PaperLineKind.Row ? "" : "<table>").Append("<tr>");
        foreach (var cell in line.Cells)
            page.Append(CultureInfo.InvariantCulture, $"<td colspan=\"{cell.Span}\"{(cell.IsLabel ? " class=\"label\"" : "")}>{Encoder.Encode(cell.Text)}</td>");
        page.Append("</tr>").Append(at + 1 < lines.Count && lines[at + 1].Kind == PaperLineKind.Row ? "" : "</table>");
    }
}
