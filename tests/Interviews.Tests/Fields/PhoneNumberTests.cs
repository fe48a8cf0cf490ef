using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Tests.Fields;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800138000", "13800138000", "138****8000")]
    [InlineData("138 0013 8000", "13800138000", "138****8000")]
    [InlineData("138-0013-8000", "13800138000", "138****8000")]
    [InlineData("１３８００１３８０００", "13800138000", "138****8000")]
    [InlineData("+86 19912345678", "19912345678", "199****5678")]
    [InlineData("008613800138000", "13800138000", "138****8000")]
    [InlineData("8613800138000", "13800138000", "138****8000")]
    [InlineData("0479-3561234", "0479-3561234", "0479-****234")]
    [InlineData("04793561234", "0479-3561234", "0479-****234")]
    [InlineData("（0479）3561234", "0479-3561234", "0479-****234")]
    [InlineData("010-62345678", "010-62345678", "010-****678")]
    [InlineData("+86 10 6234 5678", null, null)]
    public void Numbers_are_read_in_the_ways_they_are_written(string typed, string? value, string? masked)
    {
        Assert.Equal(value is not null, PhoneNumber.TryParse(typed, out var number, out _));
        if (value is not null)
            Assert.Equal((value, masked), (number.Value, number.Masked));
    }

    [Theory]
    [InlineData("1380013800", "phone.length")]
    [InlineData("138001380001", "phone.length")]
    [InlineData("3561234", "phone.areaCode")]
    [InlineData("62345678", "phone.areaCode")]
    [InlineData("12800138000", "phone.format")]
    [InlineData("12348", "phone.length")]
    [InlineData("没有", "phone.format")]
    [InlineData("13800138000\n", "")]
    [InlineData("1380013800a", "phone.format")]
    [InlineData("00000000000", "phone.format")]
    public void What_is_wrong_has_a_code(string typed, string expected)
    {
        Assert.Equal(expected.Length == 0, PhoneNumber.TryParse(typed, out _, out var code));
        Assert.Equal(expected, code);
    }
}
