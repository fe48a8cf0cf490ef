using LegalService.Contracts;
using LegalService.Interviews.Languages;

namespace LegalService.Kiosk.Centre;

/// <summary>What this machine itself has to say to a citizen, from the texts under <c>kiosk.problem</c>.</summary>
internal sealed class KioskMessages(TextShelf texts)
{
    /// <summary>The sentence of a code of this machine's own.</summary>
    public string Of(string code) => Text($"kiosk.problem.{code}") ?? Text("kiosk.problem.other")!;

    /// <summary>What the centre said, or where it did not answer what this machine says.</summary>
    public string Of(ProblemResponse problem) => problem.Detail is { Length: > 0 } detail ? detail : Of(problem.Code);

    /// <summary>A text with places for values.</summary>
    public string Format(string key, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Text(key)!, values);

    private string? Text(string key) => texts.Current.Text(texts.Current.Default, key);
}
