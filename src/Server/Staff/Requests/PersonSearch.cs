using System.Text.RegularExpressions;
using LegalService.Casework.Audit;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;

namespace LegalService.Server.Staff.Requests;

/// <summary>What a search found.</summary>
/// <param name="By">What was taken for what: 编号, 身份证号, 电话, 姓名.</param>
/// <param name="Lines">The requests, the last first.</param>
internal sealed record Found(string By, IReadOnlyList<QueueLine> Lines);

/// <summary>One field for everything a citizen at the counter has in hand: number, identity card, phone, name.</summary>
internal sealed partial class PersonSearch(RequestList list)
{
    public async Task<Found> FindAsync(string typed, Actor by, CancellationToken cancellation)
    {
        var plain = typed.Trim();
        if (CaseNumber.Normalise(plain) is { } number)
            return new Found("编号", await list.FindByNumberAsync(number, cancellation));
        var digits = string.Concat(plain.Where(c => char.IsAsciiLetterOrDigit(c)));
        if (IdNumber().IsMatch(digits))
            return new Found("身份证号", await list.FindByPersonAsync("idNumber", plain, by, cancellation));
        return Phone().IsMatch(digits) && !plain.Any(char.IsAsciiLetter)
            ? new Found("电话", await list.FindByPersonAsync("phone", plain, by, cancellation))
            : new Found("姓名", await list.FindByPersonAsync("name", plain, by, cancellation));
    }

    [GeneratedRegex("^[0-9]{17}[0-9Xx]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdNumber();

    [GeneratedRegex("^[0-9]{7,14}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();
}
