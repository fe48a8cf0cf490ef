using System.Globalization;

namespace LegalService.Casework.Figures;

/// <summary>A report, written.</summary>
public sealed record FigureReport
{
    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>Which days, as it names them.</summary>
    public required string Period { get; init; }

    /// <summary>Whose figures.</summary>
    public required string Office { get; init; }

    /// <summary>What stands beside it.</summary>
    public required ReportComparison ComparedWith { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<ReportLine> Lines { get; init; }

    /// <summary>The same in sentences, a paragraph each.</summary>
    public required IReadOnlyList<string> Text { get; init; }

    /// <summary>When it was counted, on Beijing's clock.</summary>
    public required DateTimeOffset CountedAt { get; init; }
}

/// <summary>What a report is compared with.</summary>
/// <param name="Before">Name of the period before.</param>
/// <param name="YearEarlier">Name of the same period a year earlier.</param>
public sealed record ReportComparison(string Before, string YearEarlier);

/// <summary>A line of a report.</summary>
/// <param name="Id">Stable within the report.</param>
/// <param name="Name">What was counted.</param>
/// <param name="Unit">Such as 件 or %.</param>
/// <param name="IsPart">Whether it is a part of the line before.</param>
/// <param name="Value">Null: there is none.</param>
/// <param name="Before">In the period before; null: there is none.</param>
/// <param name="YearEarlier">In the same period a year earlier; null: there is none.</param>
public sealed record ReportLine(string Id, string Name, string Unit, bool IsPart, decimal? Value, decimal? Before, decimal? YearEarlier)
{
    /// <summary>A value as it is read: 1,234 or 96.5; — where there is none.</summary>
    public static string Display(decimal? value) => value?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? "—";
}
