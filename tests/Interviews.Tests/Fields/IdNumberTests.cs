using FsCheck.Xunit;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Fields;

public sealed class IdNumberTests
{
    // The example of GB 11643-1999 itself.
    private const string Standard = "11010519491231002X";

    [Fact]
    public void The_example_of_the_standard_is_read()
    {
        Assert.True(IdNumber.TryParse(Standard, Sample.Today, out var number, out var code), code);
        Assert.Equal(new DateOnly(1949, 12, 31), number.BirthDate);
        Assert.Equal("110105", number.Region);
        Assert.Equal("北京市", number.Province);
        Assert.True(number.IsFemale);
        Assert.Equal("110***********002X", number.Masked);
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData(" 110105 19491231 002X ")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105-19491231-002X")]
    public void What_fingers_and_keyboards_do_is_put_right(string typed)
    {
        Assert.True(IdNumber.TryParse(typed, Sample.Today, out var number, out _));
        Assert.Equal(Standard, number.Value);
    }

    [Theory]
    [InlineData("110105194912310021", "idNumber.checkDigit")]
    [InlineData("11010519490231002X", "idNumber.birthDate")]
    [InlineData("11010520990231002X", "idNumber.birthDate")]
    [InlineData("99010519491231002X", "idNumber.region")]
    [InlineData("1101054912310023", "idNumber.format")]
    [InlineData("110105491231002", "idNumber.old15")]
    [InlineData("110105X9491231002X", "idNumber.format")]
    [InlineData("", "idNumber.format")]
    [InlineData("没有", "idNumber.format")]
    [InlineData("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "idNumber.format")]
    public void What_is_wrong_has_a_code(string typed, string expected)
    {
        Assert.False(IdNumber.TryParse(typed, Sample.Today, out _, out var code));
        Assert.Equal(expected, code);
    }

    [Fact]
    public void Nobody_is_born_tomorrow()
    {
        Assert.True(IdNumber.TryParse(Ids.Of(Sample.Today), Sample.Today, out _, out _));
        Assert.False(IdNumber.TryParse(Ids.Of(Sample.Today.AddDays(1)), Sample.Today, out _, out var code));
        Assert.Equal("idNumber.birthDate", code);
    }

    [Property]
    public void One_wrong_digit_never_passes(int day, int order, int at, int by)
    {
        var number = Ids.Of(Sample.Today.AddDays(-Positive(day, 40_000)), order: Positive(order, 1000));
        var position = Positive(at, 17);
        var wrong = (char)('0' + ((number[position] - '0' + 1 + Positive(by, 9)) % 10));
        var changed = number[..position] + wrong + number[(position + 1)..];

        Assert.True(IdNumber.TryParse(number, Sample.Today, out _, out _));
        Assert.False(IdNumber.TryParse(changed, Sample.Today, out _, out _));
    }

    [Property]
    public void Two_neighbours_swapped_never_pass(int day, int order, int at)
    {
        var number = Ids.Of(Sample.Today.AddDays(-Positive(day, 40_000)), order: Positive(order, 1000));
        var position = Positive(at, 16);
        var changed = number[..position] + number[position + 1] + number[position] + number[(position + 2)..];

        Assert.Equal(number[position] == number[position + 1], IdNumber.TryParse(changed, Sample.Today, out _, out _));
    }

    [Property]
    public void The_check_digit_agrees_with_the_weights_of_the_standard(int day, int order)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var number = Ids.Of(Sample.Today.AddDays(-Positive(day, 40_000)), order: Positive(order, 1000));

        Assert.Equal("10X98765432"[weights.Select((weight, i) => weight * (number[i] - '0')).Sum() % 11], number[17]);
    }

    private static int Positive(int number, int below) => (int)((uint)number % (uint)below);
}
