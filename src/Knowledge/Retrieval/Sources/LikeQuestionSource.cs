using LegalService.Knowledge.Indexing;

namespace LegalService.Knowledge.Retrieval;

/// <summary>Ways of asking that share characters with the question vote for their articles.</summary>
internal sealed class LikeQuestionSource(KnowledgeIndex index) : ICandidateSource
{
    /// <summary>Each later citation of an FAQ entry counts so much less.</summary>
    private const double LaterCitation = 0.15;

    private readonly QuestionLikeness _likeness = new(index);

    public void Find(Gathering gathering)
    {
        gathering.LikeQuestions = _likeness.Find(gathering.Question.Text);
        foreach (var like in gathering.LikeQuestions)
            AddVotes(gathering, like);
    }

    /// <summary>What a way of asking so much like the question is worth to the article at a place among its citations.</summary>
    public static double Vote(AskedQuestion asked, double likeness, int place) =>
        asked.Faq is null ? likeness : likeness / (1 + (LaterCitation * place));

    private static void AddVotes(Gathering gathering, LikeQuestion like)
    {
        for (var place = 0; place < like.Asked.Articles.Count; place++)
        {
            if (gathering.Add(like.Asked.Articles[place], FoundBy.Votes) is not { } candidate)
                continue;
            var vote = Vote(like.Asked, like.Likeness, place);
            if (like.Asked.Faq is null)
                candidate.NoteVote = Math.Max(candidate.NoteVote, vote);
            else
                candidate.FaqVote = Math.Max(candidate.FaqVote, vote);
        }
    }
}
