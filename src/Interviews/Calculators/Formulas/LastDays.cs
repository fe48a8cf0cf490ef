using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>The last day to sue, appeal, apply or object. The first day does not count, a last day that is off moves to the next working day.</summary>
internal sealed class LastDays(IWorkdays workdays) : IFormula
{
    private static readonly LegalBasis FirstDay = Article("民法典", "第二百零一条");
    private static readonly LegalBasis SameDay = Article("民法典", "第二百零二条");
    private static readonly LegalBasis DayOff = Article("民法典", "第二百零三条");
    private static readonly LegalBasis Periods = Article("民事诉讼法", "第八十五条");

    /// <summary>Each kind: what it is, how long, from when, and where the law says so.</summary>
    private static readonly Dictionary<string, Limit> Limits = new(StringComparer.Ordinal)
    {
        ["civil"] = new("起诉的时效", new(3, PeriodUnit.Years), "知道自己吃亏、知道找谁的那天", Article("民法典", "第一百八十八条")),
        ["labour"] = new("申请劳动仲裁", new(1, PeriodUnit.Years), "知道权利被侵害的那天（欠工资的，从离开单位那天）", Article("劳动争议调解仲裁法", "第二十七条")),
        ["labourRuling"] = new("不服劳动仲裁裁决，去法院起诉", new(15, PeriodUnit.Days), "收到裁决书那天", Article("劳动争议调解仲裁法", "第五十条")),
        ["appealJudgment"] = new("不服一审判决，上诉", new(15, PeriodUnit.Days), "判决书送达那天", Article("民事诉讼法", "第一百七十一条")),
        ["appealRuling"] = new("不服一审裁定，上诉", new(10, PeriodUnit.Days), "裁定书送达那天", Article("民事诉讼法", "第一百七十一条")),
        ["defence"] = new("交答辩状", new(15, PeriodUnit.Days), "收到起诉状副本那天", Article("民事诉讼法", "第一百二十八条")),
        ["enforcement"] = new("申请强制执行", new(2, PeriodUnit.Years), "文书写明的履行期最后一天；没写的，文书生效那天", Article("民事诉讼法", "第二百五十条")),
        ["reconsideration"] = new("申请行政复议", new(60, PeriodUnit.Days), "知道那份决定的那天", Article("行政复议法", "第二十条")),
        ["administrative"] = new("打行政官司", new(6, PeriodUnit.Months), "知道那份决定的那天", Article("行政诉讼法", "第四十六条")),
        ["afterReconsideration"] = new("不服复议决定，打行政官司", new(15, PeriodUnit.Days), "收到复议决定书那天", Article("行政诉讼法", "第四十五条")),
        ["workInjury"] = new("自己申请工伤认定", new(1, PeriodUnit.Years), "受伤或者诊断出职业病那天", Article("工伤保险条例", "第十七条")),
        ["petitionReview"] = new("请上一级复查信访处理意见", new(30, PeriodUnit.Days), "收到书面答复那天", Article("信访工作条例", "第三十五条")),
    };

    public string Id => "last-days";

    public IReadOnlyList<string> Needs => ["kind", "start"];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var (limit, start) = (Limits[given.Choice("kind")!], given.Day("start")!.Value);
        var (counted, last) = (limit.Period.Counted(start), limit.Period.Last(start, workdays));
        steps.Show("从哪天算", $"{limit.From}：{Day(start)}，当天不算，第二天起算。", null, limit.Basis, FirstDay);
        steps.Show("算多久", $"{limit.Period.Spoken}，到{Day(counted)}。", null, limit.Period.Unit == PeriodUnit.Days ? [limit.Basis] : [limit.Basis, SameDay]);
        if (last != counted)
            steps.Show("碰上放假", $"{Day(counted)}是放假的日子，顺延到{Day(last)}。", null, limit.Basis.Law == "民事诉讼法" ? Periods : DayOff);
        if (!workdays.Knows(counted.Year))
            steps.Note($"{counted.Year} 年的放假安排还没有公布，这里只按周末算，到时候要再看一遍。");
        Judge(limit, last, given.Today, steps);
        return steps.End($"{limit.Name}，最晚{Day(last)}");
    }

    private static void Judge(Limit limit, DateOnly last, DateOnly today, Steps steps)
    {
        var left = last.DayNumber - today.DayNumber;
        steps.Note(left switch
        {
            < 0 => "这一天已经过了，也不一定没办法：中间要过、对方认过、有特殊情况的，可能重新算或者停下不算。请打 12348 问问。",
            <= 15 => $"只剩 {left} 天了，请马上办，不会办的打 12348。",
            _ => $"还剩 {left} 天。早办早好，别等到最后一天。",
        });
        if (limit.Period.Unit == PeriodUnit.Years && limit.Basis.Law is "民法典" or "劳动争议调解仲裁法")
            steps.Note("中间向对方要过、对方答应过、起诉或者投诉过的，从那天起重新算，请留好凭据。");
    }

    private sealed record Limit(string Name, Period Period, string From, LegalBasis Basis);
}
