using System.Globalization;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Fields;

/// <summary>What a citizen is told about a wrong answer: what is the matter, and what to do.</summary>
internal static class Messages
{
    public static string Of(string code) => code switch
    {
        "idNumber.old15" => "这是老的 15 位号码，现在要用 18 位的。请看第二代身份证正面最下面一行，或者户口本。",
        "idNumber.format" => "身份证号是 18 位：前 17 位是数字，最后一位是数字或者 X。请对着身份证再看一遍。",
        "idNumber.region" => "身份证号开头两位不对，请对着身份证再看一遍。",
        "idNumber.birthDate" => "身份证号中间的出生日期不对（第 7 到 14 位），请对着身份证再看一遍。",
        "idNumber.checkDigit" => "身份证号有一位写错了，请一位一位对着身份证再看一遍。",
        "phone.length" => "手机号是 11 位，请数一数是不是多了或者少了。",
        "phone.areaCode" => "座机要带区号，比如 0479-3561234；手机号是 11 位。",
        "phone.format" => "没看懂这个电话。手机号是 11 位；座机要带区号，比如 0479-3561234。",
        "name.digits" => "名字里不能有数字，请只写名字。",
        "name.tooShort" => "名字太短了，请写全名，和身份证上的一样。",
        "name.characters" => "名字里有不能用的符号。汉字、蒙古文、字母都可以写，中间可以用“·”。",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No message for this code."),
    };

    public static string Required(FieldDefinition field) => field.Type switch
    {
        FieldType.Choice => "请选一个。",
        FieldType.Choices => "请至少选一个。",
        FieldType.YesNo => "请答“是”或者“否”。",
        FieldType.File => "请上传文件，手机拍照也可以。",
        FieldType.Address => "请写地址。",
        FieldType.Date => "请写日期，比如 2026年3月5日。",
        FieldType.Money => "请写金额，比如 3500。",
        FieldType.Number => NumberForm(field.Rules),
        _ => "这一项要填，请写一下。",
    };

    public static string SumRange(FieldRules rules)
    {
        var least = rules.Min ?? 0;
        return rules.Max is { } most
            ? string.Create(CultureInfo.InvariantCulture, $"金额要在 {least} 元到 {most} 元之间，请再看看数字。")
            : string.Create(CultureInfo.InvariantCulture, $"金额最少 {least} 元，请再看看数字。");
    }

    public static string NumberForm(FieldRules rules) => $"请只写数字{(rules.Unit is { } unit ? $"，单位是{unit}" : "")}，比如 3。";

    public static string NumberRange(FieldRules rules) => rules.Max is { } most
        ? string.Create(CultureInfo.InvariantCulture, $"要在 {rules.Min ?? 0} 到 {most} {rules.Unit}之间，请再看看数字。")
        : string.Create(CultureInfo.InvariantCulture, $"最少 {rules.Min ?? 0} {rules.Unit}，请再看看数字。");

    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
