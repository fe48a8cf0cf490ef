using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Calculators.Formulas.Steps;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>Who inherits how much without a will (民法典第一千一百二十七条、第一千一百三十条).</summary>
internal sealed class InheritanceShares : IFormula
{
    private const string Code = "民法典";

    private static readonly LegalBasis Order = Article(Code, "第一千一百二十七条");
    private static readonly LegalBasis Equal = Article(Code, "第一千一百三十条");
    private static readonly LegalBasis InPlace = Article(Code, "第一千一百二十八条");

    public string Id => "inheritance-shares";

    public IReadOnlyList<string> Needs =>
        ["property", "isJoint", "spouse", "children", "deadChildren", "parents", "unborn", "inLaw", "debts", "siblings", "deadSiblings", "grandparents"];

    public Calculation Run(Given given, DatedValues values)
    {
        var steps = new Steps();
        var estate = Estate(given, steps);
        var heirs = FirstOrder(given);
        if (heirs.Count == 0)
        {
            heirs = SecondOrder(given);
            if (heirs.Count > 0)
                steps.Show("第二顺序", "没有配偶、子女、父母，由兄弟姐妹、祖父母、外祖父母继承。", null, Order);
        }

        if (heirs.Count == 0)
        {
            steps.Show("没有继承人", "没有人继承的，归国家用于公益；是集体组织成员的，归集体。对他照顾得多的人可以分一些。", null, Article(Code, "第一千一百六十条"), Article(Code, "第一千一百三十一条"));
            return steps.End("没有法定继承人");
        }

        var shares = heirs.Sum(heir => heir.Shares);
        foreach (var heir in heirs)
        {
            steps.Show(
                heir.Name, $"{Plain(estate)} 元的 {heir.Shares}/{shares}{(heir.Shares > 1 ? $"，{heir.Shares} 份，每份 {Yuan(estate / shares)}" : "")}{heir.Remark}",
                estate * heir.Shares / shares, [heir.IsInPlace ? InPlace : Order, Equal]);
        }

        steps.Note("生活特别困难又不能劳动的，要照顾；尽了主要赡养义务的可以多分；有能力不赡养的少分或者不分；大家商量好的，可以不均分（民法典第一千一百三十条）。");
        steps.Note("有遗嘱的，先按遗嘱；遗嘱要给不能劳动又没有收入的继承人留必要的份额（民法典第一千一百四十一条）。");
        return steps.End($"遗产 {Yuan(estate)}，平均分成 {shares} 份，一份 {Yuan(estate / shares)}");
    }

    /// <summary>Half of what spouses own together is the other's (民法典第一千一百五十三条); debts come first (第一千一百五十九条).</summary>
    private static decimal Estate(Given given, Steps steps)
    {
        var property = given.Amount("property");
        if (given.Yes("isJoint"))
        {
            steps.Show("先分出配偶的一半", $"夫妻共同的财产 {Plain(property)} 元，一半是配偶自己的，另一半才是遗产。", property / 2, Article(Code, "第一千一百五十三条"));
            property /= 2;
        }

        if (given.Amount("debts") is > 0 and var debts)
        {
            steps.Show("先还债", $"{Plain(property)} 元 − 欠的债和税 {Plain(debts)} 元；不够还的，继承人不用拿自己的钱还。", Math.Max(0, property - debts), Article(Code, "第一千一百五十九条"), Article(Code, "第一千一百六十一条"));
            property = Math.Max(0, property - debts);
        }

        return property;
    }

    private static List<Heir> FirstOrder(Given given)
    {
        var heirs = new List<Heir>();
        if (given.Yes("spouse"))
            heirs.Add(new("配偶", 1));
        if (given.Count("children") is > 0 and var children)
            heirs.Add(new("健在的子女", children));
        if (given.Count("deadChildren") is > 0 and var dead)
            heirs.Add(new("先去世的子女的孩子（代位继承）", dead, "，每一家合起来得一份", IsInPlace: true));
        if (given.Yes("unborn"))
            heirs.Add(new("肚子里的孩子", 1, "，先留着，生下来是活的就归他"));
        if (given.Count("parents") is > 0 and var parents)
            heirs.Add(new("父母", parents));
        if (given.Count("inLaw") is > 0 and var inLaw)
            heirs.Add(new("尽了主要赡养义务的丧偶儿媳、女婿", inLaw));
        return heirs;
    }

    private static List<Heir> SecondOrder(Given given)
    {
        var heirs = new List<Heir>();
        if (given.Count("siblings") is > 0 and var siblings)
            heirs.Add(new("兄弟姐妹", siblings));
        if (given.Count("deadSiblings") is > 0 and var dead)
            heirs.Add(new("先去世的兄弟姐妹的子女（代位继承）", dead, "，每一家合起来得一份", IsInPlace: true));
        if (given.Count("grandparents") is > 0 and var grandparents)
            heirs.Add(new("祖父母、外祖父母", grandparents));
        return heirs;
    }

    private sealed record Heir(string Name, int Shares, string Remark = "", bool IsInPlace = false);
}
