using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Vectors;

namespace LegalService.Knowledge.Retrieval;

/// <summary>The articles and the ways of asking that the encoder puts nearest to the question.</summary>
internal sealed class EncoderSource(KnowledgeIndex index, LearnedSignals signals) : ICandidateSource
{
    /// <summary>So many of the nearest articles by the encoder are candidates.</summary>
    private const int EncoderHits = 150;

    public void Find(Gathering gathering)
    {
        var encoded = gathering.Encoded = signals.Compare(gathering.Question.Text);
        foreach (var ordinal in NearestPlaces.Of(encoded.Articles, EncoderHits, place => index.Articles.Entries[place].IsInForce(gathering.Day)))
            gathering.Add(ordinal, FoundBy.Encoder);
        foreach (var (place, likeness) in encoded.Questions)
            AddVotes(gathering, index.Questions[place], likeness);
    }

    private static void AddVotes(Gathering gathering, AskedQuestion asked, double likeness)
    {
        for (var place = 0; place < asked.Articles.Count; place++)
        {
            if (gathering.Add(asked.Articles[place], FoundBy.Encoder) is not { } candidate)
                continue;
            var vote = LikeQuestionSource.Vote(asked, likeness, place);
            if (asked.Faq is null)
                candidate.EncodedNoteVote = Math.Max(candidate.EncodedNoteVote, vote);
            else
                candidate.EncodedFaqVote = Math.Max(candidate.EncodedFaqVote, vote);
        }
    }
}
