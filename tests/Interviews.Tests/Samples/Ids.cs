using System.Globalization;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Tests.Samples;

/// <summary>Made-up identity numbers with a right check digit.</summary>
internal static class Ids
{
    public static string Of(DateOnly birth, string region = "152525", int order = 12)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"{region}{birth:yyyyMMdd}{order:000}");
        return first + IdNumber.CheckDigit(first);
    }
}
