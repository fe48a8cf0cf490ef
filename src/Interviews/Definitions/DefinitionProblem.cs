namespace LegalService.Interviews.Definitions;

/// <summary>A mistake in a service file.</summary>
/// <param name="File">Path relative to the corpus folder, with forward slashes: <c>services/legal-aid.yaml</c>.</param>
/// <param name="Line">From 1; 0 when the file as a whole is meant.</param>
/// <param name="Code">Stable code, such as <c>service.unknownKey</c>.</param>
/// <param name="Reason">What is wrong, in Chinese, for the clerk who edits the file.</param>
public sealed record DefinitionProblem(string File, int Line, string Code, string Reason)
{
    /// <summary>file(line): code reason.</summary>
    public override string ToString() => $"{File}({Line}): {Code} {Reason}";
}

/// <summary>Service files have mistakes; <see cref="Exception.Message"/> lists them all.</summary>
public sealed class ServiceDefinitionException(IReadOnlyList<DefinitionProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>All mistakes of all files.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; } = problems;
}
