using System.Text.RegularExpressions;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Parsing;

/// <summary>Addresses written in one line: 内蒙古锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇哈日阿图嘎查3号.</summary>
internal static partial class AddressText
{
    private static readonly Dictionary<AddressPart, Regex> Heads = new()
    {
        [AddressPart.Province] = Province(),
        [AddressPart.City] = City(),
        [AddressPart.County] = County(),
        [AddressPart.Township] = Township(),
        [AddressPart.Village] = Village(),
    };

    /// <summary>Takes part after part off the front; what is left is the detail.</summary>
    public static AddressAnswer Parse(string text)
    {
        var rest = Separators().Replace(text.Trim(), "");
        var parts = new Dictionary<AddressPart, string>();
        foreach (var (part, head) in Heads)
        {
            // 锡林浩特市 without anything between it and the township is both city and county; as the nearer one it is the county.
            if (head.Match(rest) is not { Success: true } match)
                continue;
            parts[part] = match.Value;
            rest = rest[match.Length..];
        }
        if (parts.TryGetValue(AddressPart.City, out var city) && !parts.ContainsKey(AddressPart.County) && city.EndsWith('市'))
        {
            parts[AddressPart.County] = city;
            parts.Remove(AddressPart.City);
        }
        if (rest.Length > 0)
            parts[AddressPart.Detail] = rest;
        return AddressAnswer.Of(parts);
    }

    [GeneratedRegex(@"^(我?家?住在?|我?在)|[\s,，。、]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex("^(内蒙古(自治区)?|广西(壮族自治区)?|西藏(自治区)?|宁夏(回族自治区)?|新疆(维吾尔自治区)?|(北京|天津|上海|重庆)市?|香港(特别行政区)?|澳门(特别行政区)?|黑龙江省?|(河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Province();

    [GeneratedRegex("^[^县旗区镇乡村嘎]{2,10}?(盟|市|自治州|地区)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex City();

    [GeneratedRegex("^[^镇乡村]{1,14}?(自治县|自治旗|前旗|中旗|后旗|左旗|右旗|联合旗|县|旗|区|市)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex County();

    [GeneratedRegex("^.{1,14}?(苏木|街道办事处|街道|镇|民族乡|乡)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Township();

    [GeneratedRegex("^.{1,14}?(嘎查|村委会|居委会|社区|村)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Village();
}
