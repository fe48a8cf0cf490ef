using LegalService.Interviews.Fields;

namespace LegalService.Casework.Documents;

/// <summary>What can go wrong with documents.</summary>
public static class DocumentFailures
{
    /// <summary>There is no such kind of document.</summary>
    public static Failure NotFound { get; } = new("document.notFound", "没有这种文书。");

    /// <summary>Clerks do not look at this kind.</summary>
    public static Failure NotReviewed { get; } = new("document.notReviewed", "这种文书不用工作人员看，写好了自己签字就行。拿不准可以打 12348，免费问律师。");

    /// <summary>Answers are wrong; a document with them would mislead.</summary>
    public static Failure Wrong(IReadOnlyList<AnswerError> errors) => new("document.wrong", errors[0].Message)
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
    };
}
