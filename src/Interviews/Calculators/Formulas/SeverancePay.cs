using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>经济补偿 and 赔偿金 at the end of a labour contract (劳动合同法第四十六条、第四十七条、第八十七条).</summary>
internal sealed class SeverancePay : IFormula
{
    private const string ContractLaw = "劳动合同法";
    private const string Regulation = "劳动合同法实施条例";

    private static readonly LegalBasis Years = Article(ContractLaw, "第四十七条");

    /// <summary>From here on years count towards 经济补偿 (劳动合同法第九十七条、第九十八条).</summary>
    private static readonly DateOnly InForce = new(2008, 1, 1);

    public string Id => "severance-pay";

    public IReadOnlyList<string> Needs => ["reason", "start", "end", "monthlyWage", "localAverage", "minimumWage", "noNotice", "lastMonthWage"];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var (start, end, reason) = (given.Day("start")!.Value, given.Day("end")!.Value, given.Choice("reason"));
        if (end < start)
        {
            steps.Note("离开的日子比开始干的日子还早，请改一改。");
            return steps.End(null);
        }

        if (reason == "resigned")
        {
            steps.Show("经济补偿", "自己不想干、单位没有错的，单位不用给经济补偿。", 0, Article(ContractLaw, "第四十六条"));
            steps.Note("如果是因为欠工资、不上社保、不让歇着这些才走的，单位有错，可以要经济补偿。");
            return steps.Total("经济补偿");
        }

        var isUnlawful = reason == "unlawful";
        var from = !isUnlawful && start < InForce ? InForce : start;
        var (months, spoken) = Months(from, end);
        var (wage, isCapped) = Wage(given, steps);
        if (isCapped && months > 12)
        {
            steps.Show("最多算 12 年", $"工资按三倍封顶的，年限最多 12 年：{Plain(months)} 个月按 12 个月算。", null, Years);
            months = 12;
        }

        steps.Show("干了多久", $"{Day(from)}到{Day(end)}，{spoken}，算 {Plain(months)} 个月工资。", null, Years);
        if (from != start)
            steps.Note("2008 年以前的年限，按当时的规定另算，这里没有算进去。");
        if (isUnlawful)
            steps.Add("违法辞退的赔偿金", $"{Plain(wage)} 元 × {Plain(months)} × 2 倍", wage * months * 2, Article(ContractLaw, "第八十七条"), Article(Regulation, "第二十五条"));
        else
            steps.Add("经济补偿", $"{Plain(wage)} 元 × {Plain(months)}", wage * months, Article(ContractLaw, "第四十六条"), Years);
        if (!isUnlawful && reason == "noFault" && given.Yes("noNotice"))
        {
            var last = given.Number("lastMonthWage") ?? given.Amount("monthlyWage");
            steps.Add("没有提前 30 天通知，多给一个月工资", $"按上一个月工资 {Plain(last)} 元", last, Article(ContractLaw, "第四十条"), Article(Regulation, "第二十条"));
        }

        if (isUnlawful)
            steps.Note("给了赔偿金，就不再另给经济补偿。不想要钱、想回去干的，也可以要求继续履行合同（劳动合同法第四十八条）。");
        steps.Note("要这笔钱，一般要在知道被辞退后一年内申请劳动仲裁（劳动争议调解仲裁法第二十七条）。");
        return steps.Total(isUnlawful ? "赔偿金" : "经济补偿");
    }

    /// <summary>A month for each full year, a month for half a year and more, half a month for less (劳动合同法第四十七条).</summary>
    private static (decimal Months, string Spoken) Months(DateOnly from, DateOnly end)
    {
        var span = Time.Span(from, end);
        var rest = (span.Months % 12, span.Days) switch
        {
            (0, 0) => 0m,
            ( >= 6, _) => 1m,
            _ => 0.5m,
        };
        return ((span.Months / 12) + rest, Time.Spoken(span));
    }

    private static (decimal Wage, bool IsCapped) Wage(Given given, Steps steps)
    {
        var wage = given.Amount("monthlyWage");
        if (given.Number("minimumWage") is { } minimum && wage < minimum)
        {
            steps.Show("按最低工资算", $"平均工资 {Plain(wage)} 元比当地最低工资 {Plain(minimum)} 元少，按最低工资算。", minimum, Article(Regulation, "第二十七条"));
            wage = minimum;
        }

        if (given.Number("localAverage") is { } average)
        {
            if (wage <= average * 3)
                return (wage, false);
            steps.Show("工资封顶", $"平均工资 {Plain(wage)} 元高过当地月平均工资的三倍（{Plain(average)} 元 × 3），按 {Plain(average * 3)} 元算。", average * 3, Years);
            return (average * 3, true);
        }

        steps.Note("工资高过当地上年度职工月平均工资三倍的，要按三倍封顶，年限最多 12 年。当地的平均工资可以打 12333 问。");
        return (wage, false);
    }
}
