namespace LegalService.Casework.Reading;

/// <summary>A mistake in a corpus file.</summary>
/// <param name="File">Path relative to the corpus folder, with forward slashes: <c>calendar/2026.yaml</c>.</param>
/// <param name="Line">From 1; 0 when the file as a whole is meant.</param>
/// <param name="Reason">What is wrong, in Chinese, for the clerk who edits the file.</param>
public sealed record CorpusProblem(string File, int Line, string Reason)
{
    /// <summary>file(line): reason.</summary>
    public override string ToString() => $"{File}({Line}): {Reason}";
}

/// <summary>Corpus files have mistakes; <see cref="Exception.Message"/> lists them all.</summary>
public sealed class CorpusException(IReadOnlyList<CorpusProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>All mistakes of all files.</summary>
    public IReadOnlyList<CorpusProblem> Problems { get; } = problems;
}

/// <summary>Collects mistakes, so that a clerk sees all of them at once.</summary>
internal sealed class CorpusProblems
{
    private readonly List<CorpusProblem> _found = [];

    public void Add(string file, int line, string reason) => _found.Add(new(file, line, reason));

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new CorpusException([.. _found.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }
}
