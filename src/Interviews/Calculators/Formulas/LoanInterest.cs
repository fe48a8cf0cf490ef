using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>Interest between private people, up to four times the one-year LPR of the day of the contract (民间借贷规定第二十五条).</summary>
internal sealed class LoanInterest : IFormula
{
    private const string Rules = "最高人民法院关于审理民间借贷案件适用法律若干问题的规定";
    private const decimal Times = 4;
    private const decimal DaysPerYear = 365;

    private static readonly LegalBasis Ceiling = Article(Rules, "第二十五条");

    /// <summary>Older contracts have a ceiling of their own up to the day before (第三十一条).</summary>
    private static readonly DateOnly NewRule = new(2020, 8, 20);

    public string Id => "loan-interest";

    public IReadOnlyList<string> Needs => ["principal", "received", "lent", "rateKind", "rate", "until", "lpr"];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var (lent, until) = (given.Day("lent")!.Value, given.Day("until") ?? given.Today);
        var principal = Principal(given, steps);
        if (given.Choice("rateKind") == "none")
        {
            steps.Show("利息", "没有说好利息的，不能要利息。", 0, Article(Rules, "第二十四条"));
            steps.Note("说好哪天还、过期不还的，从过期那天起，可以按一年期贷款市场报价利率要逾期利息（第二十八条）。");
            return steps.Total("能要的利息");
        }

        if (until < lent)
        {
            steps.Note("算到的日子比借钱的日子还早，请改一改。");
            return steps.End(null);
        }

        if (lent < NewRule)
        {
            steps.Show("2020 年 8 月 20 日以前借的", "那天以前的利息按当时的规定，以后的按起诉时的四倍上限，要分两段算。", null, Article(Rules, "第三十一条"));
            steps.Lacks("起诉的日子和当时的规定（请打 12348，让律师帮您分段算）");
            return steps.End(null);
        }

        if ((given.Number("lpr") ?? values.On("lpr1y", lent)?.Value) is not { } lpr)
        {
            steps.Lacks($"{Day(lent)}那个月的一年期贷款市场报价利率（全国银行间同业拆借中心每月 20 日公布）");
            return steps.End(null);
        }

        var rate = Rate(given, steps, lpr);
        var days = until.DayNumber - lent.DayNumber;
        steps.Add("能要的利息", $"{Plain(principal)} 元 × {Plain(rate)}% ÷ {Plain(DaysPerYear)} 天 × {days} 天", principal * rate / 100 / DaysPerYear * days, Ceiling);
        steps.Note($"连本带利一共 {Yuan(principal + steps.Sum)}。已经还过的，先抵利息，多的抵本金，这里没有减。");
        return steps.Total("能要的利息");
    }

    /// <summary>What was really lent counts (第二十六条).</summary>
    private static decimal Principal(Given given, Steps steps)
    {
        var written = given.Amount("principal");
        if (given.Number("received") is not { } received || received >= written)
            return written;
        steps.Show("本金", $"借条写 {Plain(written)} 元，先扣了利息，实际拿到 {Plain(received)} 元，本金按拿到的算。", received, Article(Rules, "第二十六条"));
        return received;
    }

    private static decimal Rate(Given given, Steps steps, decimal lpr)
    {
        var said = given.Choice("rateKind") == "monthly" ? given.Amount("rate") * 12 : given.Amount("rate");
        var ceiling = lpr * Times;
        steps.Show("利率上限（一年）", $"借钱那天的一年期贷款市场报价利率 {Plain(lpr)}% × 4 = {Plain(ceiling)}%", null, Ceiling);
        if (said > ceiling)
            steps.Show("超过上限", $"说好的一年 {Plain(said)}%，超过上限的部分法院不支持，按 {Plain(ceiling)}% 算。", null, Ceiling);
        return Math.Min(said, ceiling);
    }
}
