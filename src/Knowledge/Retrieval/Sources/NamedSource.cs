using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Retrieval;

/// <summary>The articles that the question names.</summary>
internal sealed class NamedSource : ICandidateSource
{
    public void Find(Gathering gathering)
    {
        foreach (var citation in gathering.Question.Citations)
        {
            if (citation is { Law: { } law, Number: { } number } && gathering.Add(new ArticleKey(law, number), FoundBy.Named) is { } candidate)
                candidate.IsNamed = true;
        }
    }
}
