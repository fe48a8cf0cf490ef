namespace LegalService.Knowledge.Corpus;

/// <summary>A mistake in a corpus file. The part of the file it stands in is left out, the rest is used.</summary>
/// <param name="File">Path relative to the corpus folder, with forward slashes.</param>
/// <param name="Line">From 1; 0 when the file as a whole is meant.</param>
/// <param name="Code">Stable code, such as <c>note.noGist</c>.</param>
/// <param name="Reason">What is wrong, in Chinese, for the editor.</param>
public sealed record CorpusProblem(string File, int Line, string Code, string Reason)
{
    /// <summary>An error must be put right; a warning says where to look.</summary>
    public ProblemSeverity Severity { get; init; }

    /// <summary>file(line): code reason; a warning says so.</summary>
    public override string ToString() => $"{File}({Line}): {(Severity == ProblemSeverity.Warning ? "警告 " : "")}{Code} {Reason}";
}

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>Wrong: a citizen may get a wrong answer.</summary>
    Error,

    /// <summary>Doubtful, or hard to read.</summary>
    Warning,
}
