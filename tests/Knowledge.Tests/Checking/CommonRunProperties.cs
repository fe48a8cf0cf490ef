using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Checking;

namespace LegalService.Knowledge.Tests.Checking;

public sealed class CommonRunProperties
{
    private static readonly Gen<string> Text = Gen.Elements("甲乙丙丁\uD800\n".ToCharArray()).ArrayOf().Select(characters => new string(characters));

    [Property(MaxTest = 1000)]
    public Property It_finds_as_long_a_run_as_trying_every_one_does() => Prop.ForAll(Text.ToArbitrary(), Text.ToArbitrary(), (first, second) =>
    {
        var run = CommonRun.Longest(first, second);

        Assert.Contains(run, first, StringComparison.Ordinal);
        Assert.Contains(run, second, StringComparison.Ordinal);
        Assert.Equal(Naive(first, second), run.Length);
    });

    [Theory]
    [InlineData("", "", "")]
    [InlineData("甲乙", "", "")]
    [InlineData("甲乙", "丙丁", "")]
    [InlineData("甲乙丙", "甲乙丙", "甲乙丙")]
    [InlineData("水井坏了要赔五百元", "谁把水井坏了要赔三百元", "水井坏了要赔")]
    public void The_longest_run_in_common_is_found(string first, string second, string run) => Assert.Equal(run, CommonRun.Longest(first, second));

    private static int Naive(string first, string second) => (
        from start in Enumerable.Range(0, first.Length)
        from length in Enumerable.Range(1, first.Length - start)
        where second.Contains(first.Substring(start, length), StringComparison.Ordinal)
        select length).DefaultIfEmpty().Max();
}
