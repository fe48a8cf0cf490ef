using System.Text.RegularExpressions;

namespace LegalService.Knowledge.Import;

/// <summary>Who made a law, when its title or header says so.</summary>
internal static partial class IssuerReader
{
    public const string Court = "最高人民法院";
    public const string Procuratorate = "最高人民检察院";
    public const string Congress = "全国人民代表大会";
    public const string StandingCommittee = "全国人民代表大会常务委员会";
    public const string StateCouncil = "国务院";

    /// <returns>The issuer; the first that the header names made the law, later ones amended it. Null when neither says.</returns>
    public static string? Read(string title, IReadOnlyList<string> history)
    {
        var fromTitle = InTitle().Match(title);
        if (fromTitle.Success)
            return Courts(fromTitle.Value) ?? fromTitle.Value;
        var header = string.Concat(history);
        if (Courts(PassedBy().Match(header).Value) is { } courts)
            return courts;
        var maker = Maker().Match(header);
        if (!maker.Success)
            return null;
        if (maker.Groups["congress"].Success)
            return maker.Groups["committee"].Success ? StandingCommittee : Congress;
        if (maker.Groups["council"].Success)
            return maker.Groups["military"].Success ? "国务院、中央军事委员会" : StateCouncil;
        return maker.Groups["department"].Value.Replace("中华人民共和国", "", StringComparison.Ordinal);
    }

    private static string? Courts(string text) =>
        (text.Contains(Court, StringComparison.Ordinal), text.Contains(Procuratorate, StringComparison.Ordinal)) switch
        {
            (true, true) => $"{Court}、{Procuratorate}",
            (true, false) => Court,
            (false, true) => Procuratorate,
            _ => null,
        };

    [GeneratedRegex(
        @"^(最高人民法院([、\s]*最高人民检察院)?|最高人民检察院|全国人民代表大会常务委员会|全国人民代表大会|国务院|中央军事委员会)(?=\s*(关于|《|批转|、))",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InTitle();

    [GeneratedRegex(
        @"(最高人民法院审判委员会|最高人民检察院)[^，。；）]{0,80}(会议|通过)|最高人民法院([、\s]*最高人民检察院)?公告",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PassedBy();

    // 国务院批准 names who agreed, not who made the law; the one who issued it follows.
    [GeneratedRegex(
        @"(?<congress>全国人民代表大会)(?<committee>常务委员会)?(第[零一二三四五六七八九十百]{1,6}次会议|公告)"
        + @"|(?<council>国务院)((、(中华人民共和国)?(?<military>中央军事?委员?会?))?(令|发布|公布)|第[0-9]{1,4}次常务会议)"
        + @"|日\s*(国务院批准)?(?<department>[^0-9，。；、《》（）()日年\s]{2,24}(部|局|署|总署|委员会|银行))(令[^，。；日]{0,16})?\s*(公布|发布)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Maker();
}
