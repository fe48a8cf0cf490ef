namespace LegalService.Casework.Handovers;

/// <summary>What can go wrong with conversations with a person, in words for who reads them.</summary>
internal static class HandoverFailures
{
    public static Failure NotFound { get; } = new(HandoverCodes.NotFound, "没有找到这次对话，可能居民已经删除了。请刷新后再看。");

    public static Failure StillOpen { get; } = new(HandoverCodes.Changed, "现在还在上班时间，请先接入。");

    public static Failure CallbackDone { get; } = new(HandoverCodes.Changed, "这个回电已经有人处理过了。请刷新后再看。");

    public static Failure Changed(Handover row) => new(HandoverCodes.Changed, row.State switch
    {
        HandoverState.Taken => "这次对话已经由别的同事接着，请刷新后再看。",
        HandoverState.Waiting => "这次对话还没有人接，请先接入再回复。",
        _ => "这次对话已经结束，请刷新后再看。",
    })
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["state"] = row.State, ["clerk"] = row.Clerk },
    };
}
