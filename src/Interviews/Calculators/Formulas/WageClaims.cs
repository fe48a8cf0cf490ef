using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>Unpaid overtime (劳动法第四十四条) and double wages without a written contract (劳动合同法第八十二条).</summary>
internal sealed class WageClaims : IFormula
{
    /// <summary>Working hours of a day (国务院关于职工工作时间的规定第三条).</summary>
    private const decimal HoursPerDay = 8;

    private static readonly LegalBasis Overtime = Article("劳动法", "第四十四条");
    private static readonly LegalBasis DoubleWage = Article("劳动合同法", "第八十二条");

    public string Id => "wage-claims";

    public IReadOnlyList<string> Needs =>
        ["monthlyWage", "owed", "hasOvertime", "workdayHours", "restDayHours", "holidayHours", "overtimePaid", "noContract", "start", "signed", "end"];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var wage = given.Amount("monthlyWage");
        if (given.Amount("owed") is > 0 and var owed)
            steps.Add("欠的工资", $"{Plain(owed)} 元", owed, Article("劳动法", "第五十条"), Article("劳动合同法", "第三十条"));
        if (given.Yes("hasOvertime"))
            AddOvertime(given, values, steps, wage);
        if (given.Yes("noContract"))
            AddDoubleWage(given, steps, wage);
        steps.Note("要这些钱，一般在一年内申请劳动仲裁；欠的工资，还在那里干的不受一年限制，离开后一年内（劳动争议调解仲裁法第二十七条）。");
        return steps.Total("一共可以要");
    }

    private static void AddOvertime(Given given, DatedValues values, Steps steps, decimal wage)
    {
        if (values.On("payDaysPerMonth", given.Today) is not { } days)
        {
            steps.Lacks("每月计薪天数");
            return;
        }

        var hourly = wage / days.Value / HoursPerDay;
        steps.Show("一小时的工资", $"{Plain(wage)} 元 ÷ {Plain(days.Value)} 天 ÷ {HoursPerDay} 小时 = {Plain(Math.Round(hourly, 4))} 元（{days.Source}）", hourly);
        var before = steps.Sum;
        foreach (var (field, label, times) in new[] { ("workdayHours", "平时加班", 1.5m), ("restDayHours", "休息日加班没有补休", 2m), ("holidayHours", "法定节假日加班", 3m) })
        {
            if (given.Amount(field) is > 0 and var hours)
                steps.Add(label, $"一小时的工资 × {Plain(hours)} 小时 × {Plain(times * 100)}%", hourly * hours * times, Overtime);
        }

        var paid = Math.Min(given.Amount("overtimePaid"), steps.Sum - before);
        if (paid > 0)
            steps.Add("减去已经给的加班费", $"−{Plain(paid)} 元", -paid, Overtime);
    }

    /// <summary>From the day after the first month to the day before the contract or before a full year (劳动合同法实施条例第六条、第七条).</summary>
    private static void AddDoubleWage(Given given, Steps steps, decimal wage)
    {
        var start = given.Day("start")!.Value;
        var until = given.Day("signed")?.AddDays(-1) ?? given.Day("end") ?? given.Today;
        var first = start.AddMonths(1);
        var last = start.AddYears(1).AddDays(-1);
        var end = until < last ? until : last;
        var span = Time.Span(first, end);
        if (span == (0, 0))
        {
            steps.Show("没签合同的双倍工资", "干满一个月以后还没签的，才要给双倍；您没有到这个时间。", 0, DoubleWage, Article("劳动合同法实施条例", "第六条"));
            return;
        }

        var monthsPart = wage * span.Months;
        var daysIn = DateTime.DaysInMonth(end.Year, end.Month);
        steps.Add(
            "没签合同的双倍工资（多出来的一倍）",
            $"{Day(first)}到{Day(end)}，{Time.Spoken(span)}：{Plain(wage)} 元 × {span.Months} 个月{(span.Days > 0 ? $" + {Plain(wage)} 元 ÷ {daysIn} 天 × {span.Days} 天" : "")}",
            monthsPart + (wage / daysIn * span.Days), DoubleWage, Article("劳动合同法实施条例", "第六条"), Article("劳动合同法实施条例", "第七条"));
        steps.Note("双倍工资多出来的那一倍，有的地方按月分别算一年时效，越早申请越好。");
        if (until > last)
            steps.Note("干满一年还没签的，从满一年那天起，算已经签了没有期限的合同。");
    }
}
