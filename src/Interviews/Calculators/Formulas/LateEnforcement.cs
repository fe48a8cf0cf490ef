using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>Double interest of who does not pay what a judgment says (民事诉讼法第二百六十四条，迟延履行利息解释第一条).</summary>
internal sealed class LateEnforcement : IFormula
{
    private const string Rules = "最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释";

    /// <summary>Of the sum, each day (解释第一条).</summary>
    private const decimal PerDay = 0.000175m;

    private static readonly LegalBasis Doubled = Article("民事诉讼法", "第二百六十四条");

    public string Id => "late-enforcement";

    public IReadOnlyList<string> Needs => ["sum", "due", "until", "ordinaryRate", "ordinaryBase"];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var (due, until) = (given.Day("due")!.Value, given.Day("until") ?? given.Today);
        var days = Math.Max(0, until.DayNumber - due.DayNumber);
        steps.Show("晚了多少天", $"判决写的最后一天{Day(due)}，第二天起算到{Day(until)}，{days} 天。", null, Article(Rules, "第二条"), Article(Rules, "第三条"));
        steps.Add("加倍部分的利息", $"没还的钱（不算利息）{Plain(given.Amount("sum"))} 元 × 日万分之一点七五 × {days} 天", given.Amount("sum") * PerDay * days, Doubled, Article(Rules, "第一条"));
        if (given.Number("ordinaryRate") is { } rate)
        {
            var principal = given.Number("ordinaryBase") ?? given.Amount("sum");
            steps.Add("判决写明的一般利息", $"{Plain(principal)} 元 × 一年 {Plain(rate)}% ÷ 365 天 × {days} 天", principal * rate / 100 / 365 * days, Article(Rules, "第一条"));
        }
        else
        {
            steps.Note("判决没有写一般利息的，只有加倍部分。");
        }

        steps.Note("钱不够还全部的，先还判决确定的钱，再还加倍部分的利息（解释第四条）。中间还过的，要分段算，这里没有分。");
        return steps.Total("迟延履行的利息");
    }
}
