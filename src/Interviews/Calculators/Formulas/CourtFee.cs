using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>What a court charges (诉讼费用交纳办法第十三条至第十六条).</summary>
internal sealed class CourtFee : IFormula
{
    private const string Rules = "诉讼费用交纳办法";
    private const decimal MostForPreservation = 5_000;

    private static readonly LegalBasis Acceptance = Article(Rules, "第十三条");
    private static readonly LegalBasis Application = Article(Rules, "第十四条");

    private static readonly Brackets Property = new(
        50, 10_000, (10_000, 2.5m), (100_000, 2), (200_000, 1.5m), (500_000, 1), (1_000_000, 0.9m), (2_000_000, 0.8m), (5_000_000, 0.7m), (10_000_000, 0.6m), (20_000_000, 0.5m));

    private static readonly Brackets Enforcement = new(50, 10_000, (10_000, 1.5m), (500_000, 1), (5_000_000, 0.5m), (10_000_000, 0.1m));

    private static readonly Brackets Preservation = new(30, 1_000, (1_000, 1), (100_000, 0.5m));

    public string Id => "court-fee";

    public IReadOnlyList<string> Needs => ["kind", "amount", "halved"];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var amount = given.Amount("amount");
        var isAcceptance = true;
        switch (given.Choice("kind"))
        {
            case "property":
                Add(steps, "案件受理费", Property.Of(amount), Acceptance);
                break;
            case "divorce":
                Add(steps, "分财产的部分", Above(amount, 200_000), Acceptance);
                Range(steps, "离婚案件本身", 50, 300);
                break;
            case "personality":
                Add(steps, "要赔偿的部分", Damages(amount), Acceptance);
                Range(steps, "侵害名誉、肖像这类案件本身", 100, 500);
                break;
            case "labour":
                steps.Add("劳动争议", "每件 10 元", 10, Acceptance);
                break;
            case "administrative":
                steps.Add("告政府部门", "每件 50 元（商标、专利、海事的 100 元）", 50, Acceptance);
                break;
            case "otherMatter":
                Range(steps, "别的不要钱的案件", 50, 100);
                break;
            case "enforcement":
                isAcceptance = false;
                Add(steps, "申请强制执行（不用先交，执行后由对方交）", Enforcement.Of(amount), Application, Article(Rules, "第二十条"));
                break;
            case "preservation":
                isAcceptance = false;
                AddPreservation(steps, amount);
                break;
            default:
                isAcceptance = false;
                var (fee, working) = Property.Of(amount);
                steps.Add("申请支付令", $"（{working}）÷ 3", fee / 3, Application);
                break;
        }

        if (isAcceptance && given.Yes("halved") && steps.Sum > 0)
            steps.Add("减半交", $"简易程序、调解结案或者撤诉：{Plain(steps.Sum)} 元的一半", -steps.Sum / 2, Article(Rules, "第十五条"), Article(Rules, "第十六条"));
        if (isAcceptance)
            steps.Note("诉讼费先由起诉的人交，打赢了一般由输的一方负担（诉讼费用交纳办法第二十九条）。");
        steps.Note("确实交不起的，可以申请缓交、减交、免交（诉讼费用交纳办法第四十四条）。");
        // A range alone is no sum, and least of all none.
        return given.Choice("kind") == "otherMatter" ? steps.End("诉讼费每件 50 元到 100 元，以法院的交费通知为准") : steps.Total("诉讼费");
    }

    private static void Add(Steps steps, string label, (decimal Fee, string Working) fee, params LegalBasis[] basis) => steps.Add(label, fee.Working, fee.Fee, basis);

    private static void Range(Steps steps, string label, decimal least, decimal most)
    {
        steps.Show(label, $"每件 {Plain(least)} 元到 {Plain(most)} 元，各省、自治区自己定", null, Acceptance);
        steps.Note($"“{label}”每件 {Plain(least)} 到 {Plain(most)} 元，没有加进总数，请问法院（12368）。");
    }

    private static (decimal Fee, string Working) Above(decimal amount, decimal free) => amount <= free
        ? (0, $"财产不超过 {Plain(free)} 元，不另外交")
        : ((amount - free) * 0.005m, $"超过 {Plain(free)} 元的部分 {Plain(amount - free)} 元 × 0.5%");

    private static (decimal Fee, string Working) Damages(decimal amount)
    {
        var (middle, high) = (Math.Clamp(amount - 50_000, 0, 50_000), Math.Max(0, amount - 100_000));
        return ((middle * 0.01m) + (high * 0.005m), $"不超过 50000 元的不另外交；50000 元到 100000 元的部分 {Plain(middle)} 元 × 1% + 超过 100000 元的部分 {Plain(high)} 元 × 0.5%");
    }

    private static void AddPreservation(Steps steps, decimal amount)
    {
        var (fee, working) = Preservation.Of(amount);
        steps.Add("申请财产保全", fee > MostForPreservation ? $"{working}，超过 5000 元，按最多 5000 元交" : working, Math.Min(fee, MostForPreservation), Application);
    }
}
