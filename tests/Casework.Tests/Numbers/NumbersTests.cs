using FsCheck.Xunit;
using LegalService.Casework.Numbers;
using Microsoft.Extensions.Time.Testing;

namespace LegalService.Casework.Tests.Numbers;

public sealed class NumbersTests
{
    // Seven in the morning of the 26th in Beijing, still the 25th in London.
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 25, 23, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_number_names_its_kind_and_the_day_in_Beijing()
    {
        var number = CaseNumber.Draw(CaseNumber.Appointment, Clock);
        Assert.Matches("^A261126-[0-9]{6}-[0-9]$", number);
        Assert.Equal(CaseNumber.Length, number.Length);
        Assert.Equal(number, CaseNumber.Normalise(number));
    }

    [Fact]
    public void A_number_is_understood_as_people_type_it()
    {
        var number = CaseNumber.Compose('A', new DateOnly(2026, 11, 25), 482913);
        Assert.Equal(number, CaseNumber.Normalise(number.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)));
        Assert.Equal(number, CaseNumber.Normalise($" ａ２６１１２５－482913—{number[^1]} "));
        Assert.Null(CaseNumber.Normalise(""));
        Assert.Null(CaseNumber.Normalise(number + "1"));
        Assert.Null(CaseNumber.Normalise("1" + number[1..]));
    }

    [Property]
    public bool One_wrong_digit_is_noticed(int drawn, byte place, byte shift)
    {
        var number = CaseNumber.Compose('A', new DateOnly(2026, 11, 25), Math.Abs(drawn % 1_000_000)).ToCharArray();
        var digits = Enumerable.Range(1, number.Length - 1).Where(index => char.IsAsciiDigit(number[index])).ToList();
        var index = digits[place % digits.Count];
        number[index] = (char)('0' + ((number[index] - '0' + 1 + (shift % 9)) % 10));
        return CaseNumber.Normalise(new string(number)) is null;
    }

    [Fact]
    public void A_code_is_understood_as_people_type_it_and_no_two_are_alike()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => PickupCode.Draw()).ToList();
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Equal(code, PickupCode.Normalise($" {code[..4].ToLowerInvariant()}-{code[4..]} ")));
        Assert.Null(PickupCode.Normalise("2345678"));
        Assert.Null(PickupCode.Normalise("2345678O"));
    }
}
