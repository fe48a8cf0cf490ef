using System.Globalization;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>Steps as they are written down, and what they come to.</summary>
internal sealed class Steps
{
    private readonly List<CalculationLine> _lines = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _missing = [];

    /// <summary>The sum of all steps that count, in yuan.</summary>
    public decimal Sum { get; private set; }

    /// <summary>A step that counts towards the sum.</summary>
    public decimal Add(string label, string working, decimal amount, params LegalBasis[] basis)
    {
        var rounded = Round(amount);
        _lines.Add(new(label, working, rounded, basis));
        Sum += rounded;
        return rounded;
    }

    /// <summary>A step on the way, or beside the sum, such as what is paid by the month.</summary>
    public void Show(string label, string working, decimal? amount, params LegalBasis[] basis) =>
        _lines.Add(new(label, working, amount is { } yuan ? Round(yuan) : null, basis));

    /// <summary>What else the citizen should know.</summary>
    public void Note(string sentence) => _notes.Add(sentence);

    /// <summary>A value nobody has entered.</summary>
    public void Lacks(string value) => _missing.Add(value);

    /// <summary>The result as a sum; none when a value is missing and nothing could be added.</summary>
    public Calculation Total(string label) => new()
    {
        Lines = _lines,
        Notes = _notes,
        Missing = _missing,
        Total = Sum == 0 && _missing.Count > 0 ? null : Sum,
        Result = Sum == 0 && _missing.Count > 0 ? null : $"{label} {Yuan(Sum)}{(_missing.Count > 0 ? "（还缺一些数，没有算全）" : "")}",
    };

    /// <summary>A result that is no sum; null when it cannot be worked out.</summary>
    public Calculation End(string? result) => new() { Lines = _lines, Notes = _notes, Missing = _missing, Result = result };

    /// <summary>To the fen, half a fen up.</summary>
    public static decimal Round(decimal yuan) => Math.Round(yuan, 2, MidpointRounding.AwayFromZero);

    /// <summary>As in 17500 元.</summary>
    public static string Yuan(decimal yuan) => $"{Plain(Round(yuan))} 元";

    /// <summary>A number without trailing zeros.</summary>
    public static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>As in 2026年3月5日.</summary>
    public static string Day(DateOnly day) => Messages.Day(day);

    /// <summary>An article.</summary>
    public static LegalBasis Article(string law, string article) => new(law, article);
}
