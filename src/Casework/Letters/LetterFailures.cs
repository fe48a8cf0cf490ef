namespace LegalService.Casework.Letters;

/// <summary>What can go wrong with letters, in words for who writes them.</summary>
internal static class LetterFailures
{
    public static Failure NotFound { get; } = new("letter.notFound", "没有找到这份文书，或者它已经作废、按期删除了。");

    public static Failure NotYet { get; } = new("letter.notYet", "这件申请还没有办到这一步，不能发这种文书。");

    public static Failure Issued { get; } = new("letter.issued", "这种文书已经发过一份。要改的话，先把发出的那份作废，再重新发。");

    public static Failure Erased { get; } = new("letter.erased", "这件申请的个人信息已经删除，不能再发文书。");

    public static Failure NoOffice { get; } = new("office.unknown", "不知道由哪个单位发。请在机构文件里写明哪个单位办理这项服务。");

    public static Failure Blank(IReadOnlyList<string> names) => new("letter.blank", $"还有空着的地方：{string.Join("、", names)}。请填上，或者把那一句删掉。")
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["blanks"] = names },
    };

    public static Failure Kept(string passage) => new("letter.keep", $"法律要求文书里写明“{passage}”，请不要删掉。")
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["passage"] = passage },
    };
}
