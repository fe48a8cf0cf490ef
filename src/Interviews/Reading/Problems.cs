using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Gathers the mistakes of one file, so that a clerk sees all of them at once.</summary>
internal sealed class Problems(string file)
{
    private readonly List<DefinitionProblem> all = [];

    /// <summary>The mistakes, by line.</summary>
    public IReadOnlyList<DefinitionProblem> All => [.. all.OrderBy(problem => problem.Line)];

    public void Add(int line, string code, string reason) => all.Add(new(file, line, code, reason));
}
