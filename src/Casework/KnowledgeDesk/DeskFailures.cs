namespace LegalService.Casework.KnowledgeDesk;

/// <summary>What can be wrong with an act at the knowledge desk.</summary>
internal static class DeskFailures
{
    public static readonly Failure NotFound = new("knowledge.notFound", "没有这个版本，可能已被别人删掉。");

    public static readonly Failure Changed = new("knowledge.changed", "这一条刚被别人改过。请重新打开，看过新的内容再改。");

    public static readonly Failure NotYours = new("knowledge.notYours", "这份草稿是别人写的，只有写的人能改。");

    public static readonly Failure OwnProposal = new("knowledge.ownProposal", "自己写的不能自己批准，要由另一个人来看。");

    public static readonly Failure Outdated = new("knowledge.outdated", "提交以后，正在用的内容变过。请退回，让写的人对照新的内容再提交。");

    public static readonly Failure NothingBefore = new("knowledge.nothingBefore", "这一条没有更早的版本可以退回。");

    public static readonly Failure Text = new(
        "text.required", $"要写明原因，最多 {EntryDesk.LongestWhy} 个字；标题最多 {EntryDesk.LongestTitle} 个字，内容最多 {EntryDesk.LongestText} 个字。");

    /// <summary>Somebody works on the entry already.</summary>
    public static Failure Underway(DeskVersion? open) => new("knowledge.underway", "这一条已经有一份没有完成的修改，请先完成或放弃那一份。")
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["version"] = open?.Id, ["author"] = open?.Author },
    };

    /// <summary>Not from this state.</summary>
    public static Failure State(DeskVersion version) => new("knowledge.state", "这个版本现在的状态不能这样办，请刷新后再看。")
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["state"] = version.State },
    };
}
