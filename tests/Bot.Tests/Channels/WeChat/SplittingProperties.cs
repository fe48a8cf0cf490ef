using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Bot.Channels.WeChat;

namespace LegalService.Bot.Tests.Channels.WeChat;

public sealed class SplittingProperties
{
    private static readonly string[] Pieces =
    [
        "老板拖欠工资", "。", "，", "\n", "；", "”", "《劳动法》第五十条", "a", " ", "😀", "👨‍👩‍👧‍👦", "🇨🇳", "e\u0301", "\u200D", "\uFE0F", "\uD83D", "\uDE00", "\r\n", "ᠮᠣᠩᠭᠣᠯ", "https://x.cn/a?b=1,2", "1,000.50",
    ];

    public static Arbitrary<string> Texts() => Arb.From(
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), 120)
        from most in Gen.Choose(0, 120)
        select string.Concat(pieces.Take(most)));

    [Property(MaxTest = 500)]
    public Property The_parts_one_after_the_other_are_the_text() => Prop.ForAll(Texts(), Gen.Choose(4, 400).ToArbitrary(), (text, most) =>
        string.Concat(MessageSplitter.Split(text, most)) == text);

    [Property(MaxTest = 500)]
    public Property No_part_is_empty_or_above_the_limit() => Prop.ForAll(Texts(), Gen.Choose(4, 400).ToArbitrary(), (text, most) =>
        MessageSplitter.Split(text, most).All(part => part.Length > 0 && Encoding.UTF8.GetByteCount(part) <= most));

    [Property(MaxTest = 500)]
    public Property No_surrogate_pair_is_broken() => Prop.ForAll(Texts(), Gen.Choose(4, 400).ToArbitrary(), (text, most) =>
    {
        var parts = MessageSplitter.Split(text, most);
        return parts.Zip(parts.Skip(1)).All(pair => !(char.IsHighSurrogate(pair.First[^1]) && char.IsLowSurrogate(pair.Second[0])));
    });

    [Property(MaxTest = 500)]
    public Property No_character_as_people_see_it_is_broken() => Prop.ForAll(Texts(), Gen.Choose(256, 600).ToArbitrary(), (text, most) =>
    {
        // Runs of joiners of any length are one character to Unicode: only what fits into half a message has to stay whole.
        var whole = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToList();
        var cuts = MessageSplitter.Split(text, most).Aggregate(new List<int> { 0 }, (list, part) => [.. list, list[^1] + part.Length]);
        return cuts.All(cut => whole.Contains(cut) || Around(whole, cut) > 64);
    });

    [Fact]
    public void A_cut_comes_after_a_sentence_and_its_closing_mark()
    {
        var text = string.Concat(Enumerable.Repeat("他说“工钱一分不给。”我该怎么办？", 80));
        var parts = MessageSplitter.Split(text, 2048);
        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.True(part.EndsWith("。”", StringComparison.Ordinal) || part.EndsWith('？')));
    }

    [Fact]
    public void Without_sentences_a_cut_comes_after_a_clause()
    {
        var parts = MessageSplitter.Split(string.Concat(Enumerable.Repeat("工资表，欠条，", 300)), 2048);
        Assert.All(parts, part => Assert.EndsWith("，", part));
    }

    [Fact]
    public void A_text_that_fits_stays_whole()
    {
        var text = new string('字', 682) + "ab";
        Assert.Equal(2048, Encoding.UTF8.GetByteCount(text));
        Assert.Equal([text], MessageSplitter.Split(text, 2048));
        Assert.Equal(2, MessageSplitter.Split(text + "c", 2048).Count);
        Assert.Empty(MessageSplitter.Split("", 2048));
    }

    private static int Around(List<int> whole, int cut) => whole.First(place => place > cut) - whole.Last(place => place < cut);
}
