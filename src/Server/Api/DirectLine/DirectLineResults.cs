using LegalService.Bot.Activities;
using LegalService.Bot.Channels.DirectLine;

namespace LegalService.Server.Api.DirectLine;

/// <summary>How Direct Line answers.</summary>
internal static class DirectLineResults
{
    public static readonly DirectLineFailure RateLimited = new(StatusCodes.Status429TooManyRequests, "RateLimited", ApiProblem.RateLimited.Detail);

    /// <summary>Clients ask again by themselves, and the question need not be asked twice.</summary>
    public static readonly DirectLineFailure Loading = new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", ApiProblem.KnowledgeLoading.Detail);

    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, ActivityJson.Options, statusCode: status);

    /// <summary><c>{error: {code, message}}</c></summary>
    public static IResult AsResult(this DirectLineFailure failure) => Json(new { error = new { failure.Code, failure.Message } }, failure.Status);
}
