using LegalService.Interviews.Fields;

namespace LegalService.Casework.Documents;

/// <summary>What can go wrong with documents.</summary>
public static class DocumentFailures
{
    /// <summary>There is no such kind of document.</summary>
    public static Failure NotFound { get; } = new("document.notFound", "没有这种文书。");

    /// <summary>Clerks do not look at this kind.</summary>
    public static Failure NotReviewed { get; } = new("document.notReviewed", "这种文书不用工作人员看，写好了自己签字就行。拿不准可以打 12348，免费问律师。");

    /// <summary>No document came with the request, or its personal data were removed.</summary>
    public static Failure None { get; } = new("document.none", "这件申请没有随交的文书，或者它已经按期删除了。");

    /// <summary>A clerk has not looked at it yet.</summary>
    public static Failure NotDrafted { get; } = new("document.notDrafted", "工作人员还没有看完这份文书，看完会告诉您。");

    /// <summary>The request cannot be done before its document is drafted.</summary>
    public static Failure StillOpen { get; } = new("document.open", "随交的文书还没有核对。请先在“文书”里核对好、标为“本中心代写”，再办结。");

    /// <summary>Answers are wrong; a document with them would mislead.</summary>
    public static Failure Wrong(IReadOnlyList<AnswerError> errors) => new("document.wrong", errors[0].Message)
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
    };
}
