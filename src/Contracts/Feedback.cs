namespace LegalService.Contracts;

/// <summary>Body of <c>POST /api/v1/feedback</c> (好差评). No name is asked for.</summary>
/// <param name="Kind"><c>answer</c>, <c>request</c>, <c>appointment</c> or <c>service</c>.</param>
/// <param name="Rating">5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意.</param>
/// <param name="Subject">
/// Number of the request or appointment, conversation id of an answer, id of a place; null for the service as a whole. At most 80 characters.
/// </param>
/// <param name="Reasons">Ids of reasons, such as <c>slow</c>; at most ten. Null for none.</param>
/// <param name="Comment">In the citizen's own words, at most 1,000 characters; null when there are none.</param>
public sealed record FeedbackRequest(
    string Kind, int Rating, string? Subject = null, IReadOnlyList<string>? Reasons = null, string? Comment = null);

/// <summary>A rating that was kept.</summary>
/// <param name="Id">Its id.</param>
public sealed record FeedbackResponse(string Id);
