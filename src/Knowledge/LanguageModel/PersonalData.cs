using System.Text.RegularExpressions;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>
/// Replaces what tells who somebody is (ID, phone, bank-card and plate numbers, addresses, names that are introduced as such) by placeholders before a text
/// leaves this machine. One for each answer.
/// </summary>
internal sealed partial class PersonalData
{
    private const string Counting = "甲乙丙丁戊己庚辛壬癸";

    private readonly Dictionary<string, string> _placeholderByValue = new(StringComparer.Ordinal);

    /// <summary>The text without personal data. The same datum gets the same placeholder each time.</summary>
    public string Mask(string text)
    {
        text = Normalizer.Compatible(text);
        foreach (var (kind, pattern) in Kinds)
            text = pattern.Replace(text, match => Keep(match, kind));
        // A name that was introduced once is a name wherever it stands.
        foreach (var (value, placeholder) in _placeholderByValue.Where(pair => pair.Value.StartsWith("〔姓名", StringComparison.Ordinal)))
            text = text.Replace(value, placeholder, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The text with the data in place of their placeholders.</summary>
    public string Unmask(string text) =>
        _placeholderByValue.Aggregate(text, (known, pair) => known.Replace(pair.Value, pair.Key, StringComparison.Ordinal));

    /// <summary>What stands for what, by placeholder.</summary>
    public IReadOnlyDictionary<string, string> Placeholders => _placeholderByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>In the order in which they are looked for: the longer numbers first.</summary>
    private static (string Kind, Regex Pattern)[] Kinds { get; } =
    [
        ("邮箱", Email()), ("证件号", IdNumber()), ("卡号", BankCard()), ("电话", Mobile()), ("电话", Landline()), ("号码", SpokenNumber()), ("车牌", Plate()),
        ("地址", Address()), ("姓名", Introduced()), ("姓名", Called()),
    ];

    private string Keep(Match match, string kind)
    {
        var value = match.Groups["value"] is { Success: true } group ? group.Value : match.Value;
        if (!_placeholderByValue.TryGetValue(value, out var placeholder))
        {
            var place = _placeholderByValue.Values.Count(other => other.StartsWith("〔" + kind, StringComparison.Ordinal));
            _placeholderByValue[value] = placeholder = $"〔{kind}{string.Concat(Enumerable.Repeat(Counting[^1], place / Counting.Length))}{Counting[place % Counting.Length]}〕";
        }

        return match.Value.Replace(value, placeholder, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,64}\.[A-Za-z]{2,10}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!\d)(\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]|\d{15})(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"(?<!\d)\d{4}([ -]?\d{4}){3}([ -]?\d{1,4})?(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BankCard();

    [GeneratedRegex(@"(?<!\d)(\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)(\(?0\d{2,3}\)?[ -]?)?[2-8]\d{6,7}(?!\d|\s*(元|块|万|千|吨|斤))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Landline();

    [GeneratedRegex("[零〇一二三四五六七八九幺]{7,20}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpokenNumber();

    [GeneratedRegex(
        "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·・ ]?[A-Za-z0-9]{4,5}[A-Za-z0-9挂学警港澳]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plate();

    // Ends with a house, a room or a group of a village: 幸福嘎查三组, 人民路12号3单元501室. Without that it names a place, not where somebody lives.
    [GeneratedRegex(
        """
        ([\u4E00-\u9FFF-[我你他她住在家是的]]{2,9}?(省|自治区|市|盟|自治州|县|旗|区|镇|乡|苏木|街道|村|嘎查|社区|小区|路|街|巷|大道|胡同|花园|家园)){1,6}
        [\u4E00-\u9FFF]{0,4}?
        ([0-9零一二三四五六七八九十百]{1,5}(号楼|号院|号|栋|幢|楼|单元|室|组|户|排|巷|-)\s*){1,5}
        ([0-9]{1,4}(室|号)?)?
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    // 我叫巴特尔，…; 姓名：王小明. Mongolian names have two to eight characters and no surname.
    [GeneratedRegex(
        """
        (我叫做?|我的名字(是|叫)|我名叫|本人(姓名)?叫|姓名(是|为|[::\s])\s*|名字(是|叫|[::])\s*|联系人[::]\s*|申请人[::]\s*|当事人[::]\s*)
        (?<value>(?![他她它你您我咱人大])[\u4E00-\u9FFF·]{2,8}?)
        (?=[^\u4E00-\u9FFF·]|$|是|在|今年|想|要|被|和|跟|与|住|家|因|的|有|于|身份证|电话|性别|手机)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Introduced();

    // 老板叫王强, 名叫李红梅的人: after 叫 only with a common surname, because 叫 is also "calls" and "lets".
    [GeneratedRegex(
        """
        (?<=(名|他|她|人|板|友|居|公|婆|妈|爸|哥|弟|姐|妹|儿|女|子|头|事|长|家|方|个)叫)
        (?<value>(欧阳|上官|司马|诸葛|[王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤包乌])[\u4E00-\u9FFF]{1,2}?)
        (?=[^\u4E00-\u9FFF]|$|的|是|欠|打|借|不|和|跟|拖|把|在|骗|说|也|没|拿|从)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Called();
}
