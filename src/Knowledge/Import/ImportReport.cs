namespace LegalService.Knowledge.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Done">Files read so far.</param>
/// <param name="Total">Files to read.</param>
/// <param name="File">The file read last, relative to the source, with forward slashes.</param>
public sealed record ImportProgress(int Done, int Total, string File);

/// <summary>What an import found.</summary>
/// <param name="Files">Files looked at (*.md and *.docx).</param>
/// <param name="Laws">Different laws.</param>
/// <param name="Versions">Versions of all laws.</param>
/// <param name="Articles">Articles of all versions.</param>
/// <param name="WholeDocuments">Versions without articles, kept whole.</param>
/// <param name="Problems">What was wrong, ordered by file and code. Empty when everything was clear.</param>
public sealed record ImportReport(
    int Files, int Laws, int Versions, int Articles, int WholeDocuments, IReadOnlyList<ImportProblem> Problems);

/// <summary>Something wrong or doubtful in the source.</summary>
/// <param name="File">The file, relative to the source, with forward slashes.</param>
/// <param name="Code">
/// A stable code: docx.encrypted, docx.broken, docx.tooLarge, docx.zipBomb, docx.externalReference, docx.dtd, text.notUtf8, text.empty,
/// text.binary, text.tooLarge, text.tooComplex, file.unreadable, file.outsideSource, source.missing, source.empty, statute.noTitle,
/// statute.duplicate, statute.articlesOutOfOrder, statute.articlesMissing, statute.articleEmpty, statute.unclearDate.
/// </param>
/// <param name="Reason">The reason, for people.</param>
/// <param name="FileSkipped">
/// True when the file could not be read, so that its law may be missing. False for a remark: the law is in the corpus
/// (for statute.duplicate, from the fuller file).
/// </param>
public sealed record ImportProblem(string File, string Code, string Reason, bool FileSkipped);

/// <summary>Limits that keep a hostile or broken file from costing more than itself.</summary>
public sealed record ImportLimits
{
    /// <summary>Largest file that is opened, in bytes. Default 32 MiB.</summary>
    public long MaxFileBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Most bytes a DOCX may unpack to, all its parts together. Default 128 MiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Most times a part of a DOCX larger than 1 MiB may be larger unpacked than packed. Default 200.</summary>
    public int MaxUnzipRatio { get; init; } = 200;

    /// <summary>Most parts in a DOCX. Default 2,000.</summary>
    public int MaxParts { get; init; } = 2_000;

    /// <summary>Most lines (Markdown) or paragraphs (DOCX) in a file. Default 200,000.</summary>
    public int MaxParagraphs { get; init; } = 200_000;
}
