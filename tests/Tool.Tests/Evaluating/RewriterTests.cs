using LegalService.Knowledge.Questions;
using LegalService.Tool.Evaluation;

namespace LegalService.Tool.Tests.Evaluating;

public sealed class RewriterTests
{
    private const string Question = "邻居把水渠堵了，不让我家浇地，能不能要求赔偿？";

    private static readonly Dictionary<string, Func<string, string>> Ways = new Rewriter().Ways.ToDictionary(way => way.Name, way => way.Rewrite, StringComparer.Ordinal);

    [Fact]
    public void No_way_leaves_a_question_as_it_was() =>
        Assert.All(Ways.Values, rewrite => Assert.NotEqual(Question, rewrite(Question)));

    [Fact]
    public void Each_way_is_the_same_every_time() =>
        Assert.All(Ways, way => Assert.Equal(way.Value(Question), new Rewriter().Ways.Single(other => other.Name == way.Key).Rewrite(Question)));

    [Fact]
    public void Typos_change_one_character_in_twelve_and_nothing_else()
    {
        var mistyped = Ways["typos"](Question);

        Assert.Equal(Question.Length, mistyped.Length);
        Assert.Equal((Question.Count(Normalizer.IsHan) + 11) / 12, Question.Zip(mistyped).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void Nothing_but_letters_is_left_without_punctuation() => Assert.Equal("邻居把水渠堵了不让我家浇地能不能要求赔偿", Ways["no punctuation"](Question));

    [Fact]
    public void Doubling_only_repeats() => Assert.Equal(
        Question, string.Concat(Ways["doubled characters"](Question).Where((character, place) => place == 0 || Ways["doubled characters"](Question)[place - 1] != character)));

    [Fact]
    public void A_greeting_and_a_plea_leave_the_question_whole()
    {
        var rewritten = Ways["greeting and plea"](Question);

        Assert.Contains(Question, rewritten, StringComparison.Ordinal);
        Assert.False(rewritten.StartsWith(Question, StringComparison.Ordinal) || rewritten.EndsWith(Question, StringComparison.Ordinal));
    }

    [Fact]
    public void Traditional_characters_are_read_as_they_were_written_before() => Assert.Equal(Normalizer.Normalize(Question), Normalizer.Normalize(Ways["traditional"](Question)));
}
