using LegalService.Knowledge.Editing;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>The parts of an entry under the names that clerks know, to lay two versions side by side.</summary>
internal static class EntryParts
{
    /// <summary>Every part of either version, with its text in both; a part that both lack is left out.</summary>
    /// <param name="name">The entry.</param>
    /// <param name="before">File of the version before; empty when there was none.</param>
    /// <param name="after">File of the version after; empty when there is none.</param>
    public static IReadOnlyList<(string Label, string Before, string After)> Between(EntryName name, string before, string after)
    {
        var (old, fresh) = (Of(name, before), Of(name, after));
        return
        [
            .. old.Zip(fresh, (one, other) => (one.Label, one.Text, other.Text)).Where(part => part.Item2.Length + part.Item3.Length > 0),
        ];
    }

    private static (string Label, string Text)[] Of(EntryName name, string text)
    {
        var form = text.Length > 0 ? EntryForm.Of(ProposedEntry.Read(name, text)) : null;
        return name.Article is null
            ?
            [
                ("问题", form?.Title ?? ""), ("别的问法", form?.Ways ?? ""), ("回答", form?.Body ?? ""), ("怎么做", form?.Steps ?? ""), ("带什么", form?.Papers ?? ""),
                ("期限", form?.TimeLimits ?? ""), ("去哪里", form?.Places ?? ""), ("费用", form?.Costs ?? ""),
                ("依据", string.Join('\n', form?.Citations.Select(key => key.ToString()) ?? [])), ("服务", string.Join('、', form?.Services ?? [])), ("专题", form?.Topic ?? ""),
            ]
            :
            [
                ("说的是什么", form?.Title ?? ""), ("大意", form?.Body ?? ""), ("问法", form?.Ways ?? ""), ("标签", form?.Tags ?? ""),
                ("写给哪个版本", form?.Law is { } law ? $"{law.Passed:yyyy年M月d日}通过" : ""),
            ];
    }
}
