using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>Benefits after an injury at work (工伤保险条例第三十三条至第三十九条).</summary>
internal sealed class WorkInjury : IFormula
{
    private const string Regulation = "工伤保险条例";
    private const decimal FuneralMonths = 6;
    private const decimal DeathYears = 20;

    private static readonly LegalBasis OwnWage = Article(Regulation, "第六十四条");

    /// <summary>Months of the worker's own wage, once, by grade 1 to 10.</summary>
    private static readonly decimal[] OnceMonths = [27, 25, 23, 21, 18, 16, 13, 11, 9, 7];

    /// <summary>Percent of the worker's own wage, each month, by grade 1 to 6.</summary>
    private static readonly decimal[] MonthlyPercent = [90, 85, 80, 75, 70, 60];

    public string Id => "work-injury";

    public IReadOnlyList<string> Needs => ["outcome", "grade", "wage", "average", "restMonths", "paidInRest", "care", "leaving", "deathDay", "nationalIncome"];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var average = given.Number("average");
        var wage = Wage(given.Amount("wage"), average, steps);
        if (given.Choice("outcome") == "death")
            AddDeath(given, values, steps, average);
        else
            AddDisability(given, steps, wage, average);
        steps.Note("先要认定工伤：单位 30 天内申请，单位不申请的，本人或者家里人一年内可以自己申请（工伤保险条例第十七条）。");
        steps.Note("单位没有上工伤保险的，这些钱由单位给（工伤保险条例第六十二条）。");
        return steps.Total("一次性的钱和停工留薪期工资，一共");
    }

    private static decimal Wage(decimal wage, decimal? average, Steps steps)
    {
        if (average is not { } local)
        {
            steps.Note("本人工资高过当地平均工资 300% 的按 300% 算，低于 60% 的按 60% 算。不知道当地平均工资，这里没有比，可以打 12333 问。");
            return wage;
        }

        var counted = Math.Clamp(wage, local * 0.6m, local * 3);
        if (counted != wage)
            steps.Show("算钱用的工资", $"您的工资 {Plain(wage)} 元，按当地平均工资 {Plain(local)} 元的 60% 到 300% 来限，按 {Plain(counted)} 元算。", counted, OwnWage);
        return counted;
    }

    private static void AddDisability(Given given, Steps steps, decimal wage, decimal? average)
    {
        var (full, paid) = (given.Amount("wage") * given.Amount("restMonths"), given.Amount("paidInRest"));
        if (full > 0)
            steps.Add("停工养伤期间的工资", $"{Plain(given.Amount("wage"))} 元 × {Plain(given.Amount("restMonths"))} 个月 − 已经给的 {Plain(paid)} 元", Math.Max(0, full - paid), Article(Regulation, "第三十三条"));
        if (given.Amount("restMonths") > 12)
            steps.Note("养伤期一般不超过 12 个月，伤重的经鉴定可以延长，最多再延 12 个月。");
        if (given.Count("grade") is not (>= 1 and <= 10 and var grade))
        {
            steps.Note("还没有鉴定伤残等级的，先申请劳动能力鉴定，定了等级再算一次性伤残补助金。");
            return;
        }

        var article = Article(Regulation, grade <= 4 ? "第三十五条" : grade <= 6 ? "第三十六条" : "第三十七条");
        steps.Add("一次性伤残补助金", $"{Plain(wage)} 元 × {Plain(OnceMonths[grade - 1])} 个月（{grade} 级）", wage * OnceMonths[grade - 1], article, OwnWage);
        if (grade <= 6)
        {
            steps.Show(
                grade <= 4 ? "伤残津贴（每月，由工伤保险给）" : "伤残津贴（每月，单位安排不了工作时由单位给）",
                $"{Plain(wage)} 元 × {Plain(MonthlyPercent[grade - 1])}%，不到当地最低工资的补足", wage * MonthlyPercent[grade - 1] / 100, article);
        }

        AddCare(given, steps, average);
        if (grade >= 5 && given.Yes("leaving"))
        {
            steps.Lacks("一次性工伤医疗补助金和一次性伤残就业补助金的标准（各省区自己定，打 12333 问）");
            steps.Show("一次性工伤医疗补助金、一次性伤残就业补助金", "离开单位时给，标准由各省、自治区定，这里没有算。", null, article);
        }
    }

    private static void AddCare(Given given, Steps steps, decimal? average)
    {
        var percent = given.Choice("care") switch { "full" => 50m, "most" => 40m, "part" => 30m, _ => 0m };
        if (percent == 0)
            return;
        if (average is { } local)
            steps.Show("生活护理费（每月）", $"{Plain(local)} 元 × {Plain(percent)}%", local * percent / 100, Article(Regulation, "第三十四条"));
        else
            steps.Lacks("当地上年度职工月平均工资（算生活护理费）");
    }

    private static void AddDeath(Given given, DatedValues values, Steps steps, decimal? average)
    {
        var article = Article(Regulation, "第三十九条");
        if (average is { } local)
            steps.Add("丧葬补助金", $"{Plain(local)} 元 × {Plain(FuneralMonths)} 个月", local * FuneralMonths, article);
        else
            steps.Lacks("当地上年度职工月平均工资（算丧葬补助金）");
        // The year before the death: what was published for it stands from its first day on.
        var day = given.Day("deathDay")!.Value;
        var published = values.On("nationalUrbanIncome", new DateOnly(day.Year - 1, 1, 1));
        if ((given.Number("nationalIncome") ?? published?.Value) is { } income)
        {
            steps.Add(
                "一次性工亡补助金", $"{day.Year - 1} 年全国城镇居民人均可支配收入 {Plain(income)} 元 × {Plain(DeathYears)} 倍{(given.Number("nationalIncome") is null ? $"（{published!.Source}）" : "")}",
                income * DeathYears, article);
        }
        else
        {
            steps.Lacks($"{day.Year - 1} 年全国城镇居民人均可支配收入（国家统计局公布）");
        }

        steps.Show("供养亲属抚恤金（每月）", "配偶按他本人工资的 40%，别的亲属每人 30%，孤寡老人、孤儿再加 10%，加起来不超过他的工资。", null, article);
    }
}
