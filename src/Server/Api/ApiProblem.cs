using System.Diagnostics;
using LegalService.Knowledge.Answering;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LegalService.Server.Api;

/// <summary>A failure that a citizen or a client can do something about.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What to do, in Chinese.</param>
internal sealed record ApiProblem(string Code, int Status, string Detail)
{
    public static readonly ApiProblem RateLimited = new("rate.limited", StatusCodes.Status429TooManyRequests, "问得太快了，请过一会儿再试。");

    public static readonly ApiProblem KnowledgeLoading =
        new("knowledge.loading", StatusCodes.Status503ServiceUnavailable, "法律资料正在装入，请过几秒再试。急事可以打 12348。");

    /// <summary>The problem of a question that is refused before it is looked at.</summary>
    public static ApiProblem ForQuestion(string code) => code switch
    {
        "question.tooLong" => new ApiProblem(code, StatusCodes.Status400BadRequest, $"写得太长了，最多 {Answerer.LongestQuestion} 个字。请只写最要紧的事。"),
        _ => new ApiProblem(code, StatusCodes.Status400BadRequest, "请先写下要问的事。"),
    };

    public static readonly ApiProblem Day = new("day.invalid", StatusCodes.Status400BadRequest, "日期要写成 2026-11-25 这样。");

    /// <summary>The problem of a name that the API does not know.</summary>
    public static ApiProblem Unknown(string code, string? name) => new(code, StatusCodes.Status400BadRequest, name is null ? "缺少必填的内容。" : "发来的内容里有不认识的选项。");

    public ProblemHttpResult AsResult() =>
        TypedResults.Problem(Detail, statusCode: Status, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = Code });
}

/// <summary>Makes every failure a problem detail (RFC 9457) with a stable code and a Chinese sentence.</summary>
internal static class ApiProblems
{
    /// <summary>The title of every problem; what is the matter says its code.</summary>
    public const string Title = "请求没有成功";

    /// <summary>In development too a bad request is a refusal and no exception.</summary>
    public static void AddApiProblems(this IServiceCollection services) => services.Configure<RouteHandlerOptions>(
        options => options.ThrowOnBadRequest = false).AddProblemDetails(options =>
        options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            var (code, detail) = ForStatus(problem.Status ?? StatusCodes.Status500InternalServerError);
            problem.Extensions.TryAdd("code", code);
            problem.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
            problem.Detail = problem.Extensions["code"] is string given && given != code ? problem.Detail : problem.Detail ?? detail;
            problem.Title = Title;
        });

    private static (string Code, string Detail) ForStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("request.invalid", "发来的内容读不懂，请检查格式。"),
        StatusCodes.Status404NotFound => ("route.notFound", "没有这个地址。"),
        StatusCodes.Status405MethodNotAllowed => ("route.method", "这个地址不能这样用。"),
        StatusCodes.Status413PayloadTooLarge => ("body.tooLarge", "发来的内容太大了。"),
        StatusCodes.Status415UnsupportedMediaType => ("body.mediaType", "请用 JSON 格式发送。"),
        _ => ("internal.error", "系统出了问题，我们已经记下。请过一会儿再试，急事可以打 12348。"),
    };
}
