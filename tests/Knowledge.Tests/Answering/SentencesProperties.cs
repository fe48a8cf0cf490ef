using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Answering;

public sealed class SentencesProperties
{
    [Property(MaxTest = 1000)]
    public Property Split_and_joined_no_character_of_any_text_is_lost() => Prop.ForAll(
        AnyText.Of(500).ToArbitrary(), text => Assert.Equal(text, string.Concat(Sentences.Of(text))));

    [Property(MaxTest = 1000)]
    public Property Split_and_joined_no_character_of_any_mixture_of_marks_is_lost() => Prop.ForAll(
        Gen.Elements("井水。！？；\n\r ”’）」“（.!?;".ToCharArray()).ArrayOf().Select(characters => new string(characters)).ToArbitrary(),
        text =>
        {
            var sentences = Sentences.Of(text).ToList();
            Assert.Equal(text, string.Concat(sentences));
            Assert.DoesNotContain("", sentences);
        });

    [Theory]
    [InlineData("先报警。再验伤！要多久？三天；", "先报警。", "再验伤！", "要多久？", "三天；")]
    [InlineData("他说：“快跑。” 我跑了。", "他说：“快跑。” ", "我跑了。")]
    [InlineData("一\n二\n\n三", "一\n", "二\n\n", "三")]
    [InlineData("（见第三条。）好。", "（见第三条。）", "好。")]
    [InlineData("没有句号", "没有句号")]
    public void Sentences_end_where_Chinese_ones_do(string text, params string[] sentences) => Assert.Equal(sentences, Sentences.Of(text));

    [Fact]
    public void Nothing_has_no_sentences() => Assert.Empty(Sentences.Of(""));

    [Property(MaxTest = 1000)]
    public Property An_excerpt_is_the_beginning_and_never_too_long() => Prop.ForAll(
        AnyText.Of(500).ToArbitrary(), Gen.Choose(10, 400).ToArbitrary(), (text, length) =>
        {
            var excerpt = Excerpt.Of(text, length);
            Assert.InRange(excerpt.Length, 0, length);
            if (text.Length <= length)
                Assert.Equal(text, excerpt);
            else
                Assert.True(excerpt.EndsWith('…') && text.StartsWith(excerpt[..^1], StringComparison.Ordinal));
        });

    [Fact]
    public void An_excerpt_ends_with_a_sentence_where_one_ends_late_enough() => Assert.Equal("甲乙丙丁。戊己庚辛。…", Excerpt.Of("甲乙丙丁。戊己庚辛。壬癸子丑寅卯。", 14));
}
