using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>What may be claimed for an injury or death, with a car's compulsory insurance before the one at fault (人身损害赔偿解释，民法典第一千二百一十三条).</summary>
internal sealed class PersonalInjury : IFormula
{
    private const string Rules = "最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释";
    private const int FuneralMonths = 6;

    private static readonly LegalBasis Insurance = Article("民法典", "第一千二百一十三条");

    public string Id => "personal-injury";

    public IReadOnlyList<string> Needs =>
    [
        "outcome", "isTraffic", "accidentDay", "medical", "food", "nutrition", "transport", "lostIncome", "nursing", "aids", "grade", "age", "income", "averageWage",
        "dependants", "otherDamage", "share",
    ];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var medical = Medical(given, steps);
        var injury = Injury(given, steps);
        var goods = Plainly(steps, "东西损坏", given.Amount("otherDamage"), Article("民法典", "第一千一百八十四条"));
        steps.Note("精神损害抚慰金没有定数，伤得重、人没了的可以另外要（民法典第一千一百八十三条）。");
        var all = medical + injury + goods;
        if (given.Yes("isTraffic"))
            return AfterInsurance(given, values, steps, (medical, injury, goods));
        var share = given.Number("share") ?? 100;
        steps.Show("对方该赔的", $"一共 {Plain(all)} 元 × 对方的责任 {Plain(share)}%", all * share / 100, Article("民法典", "第一千一百七十三条"));
        return Ended(steps, all * share / 100);
    }

    /// <summary>What the compulsory insurance counts as medical.</summary>
    private static decimal Medical(Given given, Steps steps) =>
        Plainly(steps, "医疗费", given.Amount("medical"), Article(Rules, "第六条"))
        + Plainly(steps, "住院伙食补助费", given.Amount("food"), Article(Rules, "第十条"))
        + Plainly(steps, "营养费", given.Amount("nutrition"), Article(Rules, "第十一条"));

    private static decimal Injury(Given given, Steps steps)
    {
        var sum = Plainly(steps, "误工费", given.Amount("lostIncome"), Article(Rules, "第七条"))
            + Plainly(steps, "护理费", given.Amount("nursing"), Article(Rules, "第八条"))
            + Plainly(steps, "交通费", given.Amount("transport"), Article(Rules, "第九条"))
            + Plainly(steps, "残疾辅助器具费", given.Amount("aids"), Article(Rules, "第十三条"));
        var outcome = given.Choice("outcome");
        if (outcome == "injured")
            return sum;
        if (outcome == "death")
            sum += Funeral(given, steps);
        sum += Lasting(given, steps, outcome == "death");
        return sum + Plainly(steps, "被扶养人生活费", given.Amount("dependants"), Article(Rules, "第十六条"), Article(Rules, "第十七条"));
    }

    private static decimal Plainly(Steps steps, string label, decimal amount, params LegalBasis[] basis) =>
        amount > 0 ? steps.Add(label, $"{Plain(amount)} 元", amount, basis) : 0;

    private static decimal Funeral(Given given, Steps steps)
    {
        if (given.Number("averageWage") is { } wage)
            return steps.Add("丧葬费", $"上一年度职工月平均工资 {Plain(wage)} 元 × {FuneralMonths} 个月", wage * FuneralMonths, Article(Rules, "第十四条"));
        steps.Lacks("本省、自治区上一年度职工月平均工资（算丧葬费）");
        return 0;
    }

    /// <summary>Twenty years, one less for each year from sixty on, five from seventy-five on (第十二条、第十五条).</summary>
    private static decimal Lasting(Given given, Steps steps, bool isDeath)
    {
        var label = isDeath ? "死亡赔偿金" : "残疾赔偿金";
        if (given.Number("income") is not { } income)
        {
            steps.Lacks($"本省、自治区上一年度城镇居民人均可支配收入（算{label}）");
            return 0;
        }

        var age = given.Count("age");
        var years = age >= 75 ? 5 : age >= 60 ? 20 - (age - 60) : 20;
        if (isDeath)
            return steps.Add(label, $"{Plain(income)} 元 × {years} 年", income * years, Article(Rules, "第十五条"));
        var grade = given.Count("grade");
        var percent = (11 - grade) * 10;
        return steps.Add(label, $"{Plain(income)} 元 × {years} 年 × {percent}%（{grade} 级伤残，一般一级 100%，每低一级少 10%）", income * years * percent / 100, Article(Rules, "第十二条"));
    }

    private static Calculation AfterInsurance(Given given, DatedValues values, Steps steps, (decimal Medical, decimal Injury, decimal Goods) parts)
    {
        var day = given.Day("accidentDay")!.Value;
        var share = given.Number("share") ?? 100;
        var suffix = share > 0 ? "" : "NoFault";
        if (values.On($"insuranceInjury{suffix}", day) is not { } injury || values.On($"insuranceMedical{suffix}", day) is not { } medical || values.On($"insuranceGoods{suffix}", day) is not { } goods)
        {
            steps.Lacks("事故那天交强险的责任限额");
            return steps.End(null);
        }

        var first = Math.Min(parts.Injury, injury.Value) + Math.Min(parts.Medical, medical.Value) + Math.Min(parts.Goods, goods.Value);
        var rest = parts.Injury + parts.Medical + parts.Goods - first;
        steps.Show(
            "交强险先赔",
            $"伤残死亡 {Plain(Math.Min(parts.Injury, injury.Value))} 元（最多 {Plain(injury.Value)}）+ 医疗 {Plain(Math.Min(parts.Medical, medical.Value))} 元（最多 {Plain(medical.Value)}）+ 财产 {Plain(Math.Min(parts.Goods, goods.Value))} 元（最多 {Plain(goods.Value)}）；{injury.Source}",
            first, Insurance);
        steps.Show("剩下的按责任赔", $"{Plain(rest)} 元 × 对方的责任 {Plain(share)}%，先由商业险赔，不够的由对方赔", rest * share / 100, Insurance, Article("道路交通安全法", "第七十六条"));
        return Ended(steps, first + (rest * share / 100));
    }

    private static Calculation Ended(Steps steps, decimal total)
    {
        var ended = steps.End(null);
        return ended with { Total = Round(total), Result = $"能要的赔偿一共 {Yuan(total)}{(ended.Missing.Count > 0 ? "（还缺一些数，没有算全）" : "")}" };
    }
}
