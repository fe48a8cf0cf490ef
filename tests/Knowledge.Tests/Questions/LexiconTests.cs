using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Questions;

namespace LegalService.Knowledge.Tests.Questions;

public sealed class LexiconTests
{
    private static readonly LawEntry Law = new("劳动合同法", "劳动合同法", ["劳动合同法"], null, false);

    [Fact]
    public void The_longest_lay_word_wins() => Assert.Equal(
        [new Expansion("未成年人", 0.9)],
        Expand("娃娃亲家来了", new("娃娃", ["儿童"], false, 0.5), new("娃娃亲家", ["未成年人"], false, 0.9)));

    [Fact]
    public void The_shorter_word_counts_where_the_longer_one_does_not_stand() => Assert.Equal(
        [new Expansion("儿童", 0.5)],
        Expand("娃娃亲了我", new("娃娃", ["儿童"], false, 0.5), new("娃娃亲家", ["未成年人"], false, 0.9)));

    [Fact]
    public void One_way_leads_only_from_the_lay_word_to_the_term()
    {
        LexiconEntry entry = new("工钱", ["劳动报酬"], false, 0.7);

        Assert.Equal([new Expansion("劳动报酬", 0.7)], Expand("工钱不给", entry));
        Assert.Empty(Expand("劳动报酬不给", entry));
    }

    [Fact]
    public void Both_ways_leads_back_with_the_same_weight()
    {
        LexiconEntry entry = new("工钱", ["劳动报酬", "工资"], true, 0.7);

        Assert.Equal([new Expansion("劳动报酬", 0.7), new Expansion("工资", 0.7)], Expand("工钱不给", entry));
        Assert.Equal([new Expansion("工钱", 0.7)], Expand("劳动报酬不给", entry));
        Assert.Equal([new Expansion("工钱", 0.7)], Expand("工资和劳动报酬不给", entry));
    }

    [Fact]
    public void A_term_reached_twice_keeps_its_highest_weight_and_the_surest_stand_first() => Assert.Equal(
        [new Expansion("劳动报酬", 0.8), new Expansion("用人单位", 0.3)],
        Expand("老板不给血汗钱和工钱", new("老板", ["用人单位"], false, 0.3), new("工钱", ["劳动报酬"], false, 0.2), new("血汗钱", ["劳动报酬"], false, 0.8)));

    [Fact]
    public void A_term_that_the_question_has_already_is_not_added() =>
        Assert.Empty(Expand("工钱就是劳动报酬", new LexiconEntry("工钱", ["劳动报酬"], false, 0.7)));

    [Fact]
    public void A_lay_word_is_found_however_it_is_typed() => Assert.Equal(
        [new Expansion("经济补偿", 0.9)], Expand("Ｎ＋１怎么算", new LexiconEntry("N+1", ["经济补偿"], false, 0.9)));

    [Fact]
    public void The_name_of_a_law_is_no_lay_word() => Assert.Empty(Expand("劳动合同法第四条", new LexiconEntry("劳动合同", ["用工协议"], false, 0.9)));

    [Fact]
    public void Without_a_lexicon_nothing_is_added() => Assert.Empty(Expand("老板不给工钱"));

    private static IReadOnlyList<Expansion> Expand(string question, params LexiconEntry[] lexicon) =>
        new QuestionAnalyzer([Law], lexicon).Analyze(question).Expansions;
}
