namespace LegalService.Knowledge.Import;

/// <summary>A line of a document: trimmed, never empty.</summary>
/// <param name="Text">As it stands in the file.</param>
/// <param name="Level">1 to 6 for a heading that the file marks as one, by the depth it marks; 0 for text.</param>
/// <param name="Centred">The paragraph stands in the middle of the page (DOCX only).</param>
internal readonly record struct SourceLine(string Text, int Level = 0, bool Centred = false);

/// <summary>A document as a reader yields it, before its text is parsed.</summary>
/// <param name="File">Relative to the source, with forward slashes.</param>
/// <param name="Title">As it stands.</param>
/// <param name="PartName">物权编, when the file holds one part of a code; otherwise null.</param>
/// <param name="History">The lines of the header.</param>
/// <param name="Lines">The text below the header.</param>
internal sealed record SourceDocument(
    string File, string Title, string? PartName, IReadOnlyList<string> History, IReadOnlyList<SourceLine> Lines);

/// <summary>Either a document or the reason there is none.</summary>
internal readonly record struct ReadResult(SourceDocument? Document, ImportProblem? Problem)
{
    public static ReadResult Of(SourceDocument document) => new(document, null);

    public static ReadResult Skip(string file, string code, string reason) =>
        new(null, new ImportProblem(file, code, reason, FileSkipped: true));
}

internal static class SourceText
{
    /// <summary>Removes white space at both ends, and the characters of no width that editors leave behind.</summary>
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || character is '\u200B' or '\uFEFF' or '\u2060';
}
