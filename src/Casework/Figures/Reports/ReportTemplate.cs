namespace LegalService.Casework.Figures;

/// <summary>A report as <c>corpus/figures</c> has it. Immutable.</summary>
/// <param name="Id">Stable; the file has the same name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Lines">In order.</param>
/// <param name="Text">The same in sentences, with the ids of lines in braces.</param>
internal sealed record ReportTemplate(string Id, string Title, IReadOnlyList<ReportTemplateLine> Lines, string Text);

/// <summary>A line of a report.</summary>
/// <param name="Id">Stable within the report.</param>
/// <param name="Name">As the report has it.</param>
/// <param name="Unit">Such as 件 or %.</param>
/// <param name="IsPart">Whether it is a part of the line before.</param>
/// <param name="Measure">What is counted.</param>
internal sealed record ReportTemplateLine(string Id, string Name, string Unit, bool IsPart, Measure Measure);

/// <summary>What a line counts.</summary>
internal abstract record Measure
{
    /// <summary>Requests that count as a kind of work in the period.</summary>
    public sealed record Work(string Counts, string? Group) : Measure;

    /// <summary>Requests of a kind of work that were closed, with one of these outcomes where there are any.</summary>
    public sealed record Ended(string Counts, IReadOnlyList<string> Outcomes) : Measure;

    /// <summary>One line in a hundred of another.</summary>
    public sealed record Percent(string Of, string In) : Measure;

    /// <summary>One of <see cref="ReportFigures.Names"/>.</summary>
    public sealed record Figure(string Name) : Measure;
}

/// <summary>What all reports have in common.</summary>
/// <param name="SatisfiedFrom">The least rating that counts as satisfied, 1 to 5.</param>
/// <param name="Channels">What a channel is called, by its name.</param>
internal sealed record ReportSettings(int SatisfiedFrom, IReadOnlyDictionary<string, string> Channels);
