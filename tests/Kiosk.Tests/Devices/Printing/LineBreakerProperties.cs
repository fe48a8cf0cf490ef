using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Kiosk.Devices.Printing.Slips;

namespace LegalService.Kiosk.Tests.Devices.Printing;

public sealed class LineBreakerProperties
{
    private const float Width = 10;

    // As on paper: letters of the Latin alphabet are half as wide.
    private static readonly LineBreaker Breaker = new(text => text.Sum(letter => char.IsAscii(letter) ? 0.5f : 1), Width);

    private static readonly Arbitrary<string> Texts = Gen.Elements("中心收到后七日内作出决定，。（《法律援助法》）“：”12348 R261125-482913-7 abc".ToCharArray())
        .ListOf().Select(letters => string.Concat(letters)).ToArbitrary();

    [Property]
    public Property Nothing_but_blanks_is_lost() =>
        Prop.ForAll(Texts, text => string.Concat(Breaker.Break(text)).Replace(" ", "", StringComparison.Ordinal) == text.Replace(" ", "", StringComparison.Ordinal));

    [Property]
    public Property No_line_is_wider_than_the_paper() =>
        Prop.ForAll(Texts, text => Breaker.Break(text).All(line => line.Sum(letter => char.IsAscii(letter) ? 0.5f : 1) <= Width));

    [Fact]
    public void Closing_marks_begin_no_line_and_numbers_stay_whole()
    {
        Assert.Equal(["一二三四五六七八", "九。"], new LineBreaker(text => text.Length, 9).Break("一二三四五六七八九。"));
        Assert.Equal(["请打电话", "12348"], new LineBreaker(text => text.Length, 6).Break("请打电话12348"));
        Assert.Equal(["请看", "《法》"], new LineBreaker(text => text.Length, 4).Break("请看《法》"));
    }
}
