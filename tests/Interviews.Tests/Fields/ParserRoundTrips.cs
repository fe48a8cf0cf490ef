using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Fields;

public sealed class ParserRoundTrips
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly FieldDefinition MoneyField = Sample.Field("money");
    private static readonly FieldDefinition DateField = Sample.Field("date");

    private static readonly IReadOnlyList<FieldDefinition> EachType =
        [.. Enum.GetValues<FieldType>().Select(type => Sample.Field(EnumNames.Name(type), type is FieldType.Choice or FieldType.Choices ? "options: [{ value: a, label: 甲 }, { value: b, label: 乙 }]" : ""))];

    [Property(MaxTest = 1000)]
    public void A_sum_is_read_back_however_it_is_written(ulong number, byte size)
    {
        var fen = (long)(number % (ulong)Math.Pow(10, 1 + (size % 12)));
        var (yuan, rest) = (fen / 100, fen % 100);
        var sum = fen / 100m;
        var parts = $"{(yuan > 0 || rest == 0 ? "@元" : "")}{(rest >= 10 ? $"{rest / 10}角" : "")}{(rest % 10 > 0 ? $"{rest % 10}分" : "")}";

        AssertSum(sum, sum.ToString(CultureInfo.InvariantCulture));
        AssertSum(sum, Money.TryCreate(sum, out var money) ? money.ToString() : "");
        AssertSum(sum, "¥" + sum.ToString("N2", CultureInfo.InvariantCulture));
        AssertSum(sum, parts.Replace("@", yuan.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        AssertSum(sum, parts.Replace("@", Chinese(yuan), StringComparison.Ordinal));
        AssertSum(yuan, Chinese(yuan) + "块钱");
        AssertSum(yuan * 10_000, yuan.ToString(CultureInfo.InvariantCulture) + "万", yuan is > 0 and < 1_000_000);
    }

    [Property(MaxTest = 1000)]
    public void A_day_is_read_back_however_it_is_written(int number)
    {
        var day = Sample.Today.AddDays((number % 20_000) - (number % 3 * 100));
        if (Math.Abs(day.Year - Sample.Today.Year) > 50)
            return;

        foreach (var format in new[] { "yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy年MM月dd号" })
            AssertDay(day, day.ToString(format, CultureInfo.InvariantCulture));
        var year = string.Concat(day.Year.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']));
        AssertDay(day, $"{year}年{Chinese(day.Month)}月{Chinese(day.Day)}日");
        AssertDay(day, $"{year.Replace('零', '〇')}年{Chinese(day.Month)}月{Chinese(day.Day)}号");
        var days = day.DayNumber - Sample.Today.DayNumber;
        if (Math.Abs(days) < 5000)
            AssertDay(day, days >= 0 ? $"{days}天后" : $"{-days}天前");
    }

    [Property]
    public void No_text_at_all_breaks_a_parser(string? text)
    {
        foreach (var field in EachType)
        {
            var parsed = FieldParser.Parse(field, text ?? "", Sample.Today);

            Assert.True(parsed.Value is null != parsed.Error is null);
            if (parsed.Value is { } value)
                Assert.Null(AnswerChecker.Check(field, field.Options, value, Sample.Today).Error);
        }
    }

    private static void AssertSum(decimal sum, string text, bool applies = true)
    {
        if (!applies)
            return;
        var parsed = FieldParser.Parse(MoneyField, text, Sample.Today);
        Assert.True(parsed.Error is null, $"{text}: {parsed.Error}");
        Assert.Equal(sum, parsed.Value!.Value.GetDecimal());
    }

    private static void AssertDay(DateOnly day, string text)
    {
        var parsed = FieldParser.Parse(DateField, text, Sample.Today);
        Assert.True(parsed.Error is null, $"{text}: {parsed.Error}");
        Assert.Equal(AnswerJson.Of(day).GetString(), parsed.Value!.Value.GetString());
    }

    /// <summary>A number as a Chinese text has it, written independently of the reader.</summary>
    private static string Chinese(long number)
    {
        if (number == 0)
            return "零";
        var text = new StringBuilder();
        var gap = false;
        foreach (var (unit, name) in new[] { (100_000_000L, "亿"), (10_000L, "万"), (1L, "") })
        {
            var section = number / unit % 10_000;
            if (section == 0)
            {
                gap = text.Length > 0;
                continue;
            }
            var written = Section((int)section);
            if (text.Length > 0 && (gap || section < 1000))
                text.Append('零');
            text.Append(written).Append(name);
            gap = false;
        }
        return text.Length > 1 && text.ToString().StartsWith("一十", StringComparison.Ordinal) ? text.ToString()[1..] : text.ToString();
    }

    private static string Section(int number)
    {
        var text = new StringBuilder();
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / unit % 10;
            if (digit > 0)
                text.Append(Digits[digit]).Append(name);
            else if (text.Length > 0 && text[^1] != '零' && number % unit > 0)
                text.Append('零');
        }
        return text.ToString();
    }
}
