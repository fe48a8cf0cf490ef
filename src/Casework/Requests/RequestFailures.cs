namespace LegalService.Casework.Requests;

/// <summary>What can go wrong with requests, in words for who reads them.</summary>
internal static class RequestFailures
{
    /// <summary>The same whether the number or the code is wrong: one who has only one of them learns nothing.</summary>
    public static Failure NotFound { get; } = new("request.notFound", "编号或取件码不对，请照着凭条再输一次。凭条丢了，请带身份证到窗口，或者打 12348。");

    public static Failure Locked { get; } = new("lookup.locked", "输错的次数太多，请过一会儿再查。着急的话请打 12348。");

    public static Failure NoService { get; } = new("service.unknown", "没有这项服务，可能已经停办。请回到首页重新选择。");

    public static Failure NoFile { get; } = new("attachment.notFound", "没有找到这个文件。");

    public static Failure Underway { get; } = new(
        "request.underway", "这件申请还在办理，或者还在可以提出异议的时间里，信息暂时不能删除。您可以先撤回申请。");

    public static Failure Text { get; } = new("text.required", "请写明内容，不要空着，也不要超过 4000 字。");

    public static Failure State(Request request, RequestOptions options) => new(
        "request.state", $"这件申请现在是“{options.StateWords[request.State.ToString()]}”，不能这样办理。请刷新后再看。")
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["state"] = request.State, ["version"] = request.Version },
    };

    public static Failure Changed(Request request, IEnumerable<RequestStep> since, RequestOptions options) => new(
        "request.changed", "这件申请刚刚有了变化，请看过变化再办理。")
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["state"] = request.State,
            ["version"] = request.Version,
            ["changes"] = since.Select(step => new RequestChange(step.Sequence, step.Event, options.Words.TryGetValue(step.Event, out var words) ? words : step.Event, step.At, step.Actor)).ToList(),
        },
    };
}

/// <summary>A change that somebody else made.</summary>
/// <param name="Version">The version after it.</param>
/// <param name="Event">What happened.</param>
/// <param name="Text">The same in words.</param>
/// <param name="At">When.</param>
/// <param name="By">Who: "citizen", "system", or "staff/USER".</param>
public sealed record RequestChange(int Version, string Event, string Text, DateTimeOffset At, string By);
