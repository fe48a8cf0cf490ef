namespace LegalService.Knowledge.Retrieval;

/// <summary>Remembered questions near the question vote for their articles.</summary>
internal sealed class MemorySource(LearnedSignals signals) : ICandidateSource
{
    public void Find(Gathering gathering)
    {
        foreach (var (key, vote) in signals.Votes(gathering.Question.Text))
        {
            if (gathering.Add(key, FoundBy.Memory) is { } candidate)
                candidate.Memory = vote;
        }
    }
}
