using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Sync;

/// <summary>One version of a law, as the list of the database has it.</summary>
/// <param name="Id">The field bbbs.</param>
/// <param name="Title">Without HTML marks.</param>
/// <param name="Published">The field gbrq; null when it is empty.</param>
/// <param name="InForceFrom">The field sxrq; null when it is empty.</param>
/// <param name="Status">The field sxx: 1 repealed, 2 amended, 3 in force, 4 not yet in force; null when it is anything else.</param>
/// <param name="Issuer">The field zdjgName; null when it is empty.</param>
internal sealed partial record LawRow(string Id, string Title, DateOnly? Published, DateOnly? InForceFrom, int? Status, string? Issuer)
{
    /// <summary>The day from which the version counts.</summary>
    public DateOnly Start => InForceFrom ?? Published ?? DateOnly.MinValue;

    public bool IsRepealed => Status == 1;

    /// <summary>The version people live under, or will: it must be readable.</summary>
    public bool IsCurrent => Status is 3 or 4;

    /// <summary>Reads a row; null when it has no id or no title.</summary>
    public static LawRow? Read(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object || Text(row, "bbbs") is not { } id || Text(row, "title") is not { } title)
            return null;
        var status = int.TryParse(Text(row, "sxx"), CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 4 ? number : (int?)null;
        return new LawRow(id, WithoutMarks(title), Date(row, "gbrq"), Date(row, "sxrq"), status, Text(row, "zdjgName"));
    }

    /// <summary>A title without the HTML marks that show where the search hit.</summary>
    public static string WithoutMarks(string title) => WebUtility.HtmlDecode(Mark().Replace(title, "")).Trim();

    /// <summary>What two titles of one law have in common, whatever their spelling: 宪法（2018年修正文本） is 宪法.</summary>
    public static string Key(string title) =>
        Edition().Replace(LawTitle.Shorten(WithoutMarks(title)), "").Replace("、", "", StringComparison.Ordinal);

    /// <summary>The text or number of a field; null when it is missing or empty.</summary>
    public static string? Text(JsonElement element, string field)
    {
        if (!element.TryGetProperty(field, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static DateOnly? Date(JsonElement row, string field) =>
        Text(row, field) is { Length: >= 10 } text
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    [GeneratedRegex("<[^<>]{1,200}>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("（[0-9]{4}年?(修正|修订|修改)?(文本|本)?）$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Edition();
}
