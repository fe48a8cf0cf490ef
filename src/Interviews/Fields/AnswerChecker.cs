using System.Text.Json;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Fields;

/// <summary>Checks one answer.</summary>
internal static class AnswerChecker
{
    public static CheckedAnswer Check(FieldDefinition field, IReadOnlyList<Option> offered, JsonElement answer, DateOnly today) =>
        new(answer, null);
}

/// <summary>A checked answer.</summary>
/// <param name="Value">As it is sent: trimmed, half-width, in one form. Null when there is an error.</param>
/// <param name="Error">Null when there is none.</param>
internal sealed record CheckedAnswer(JsonElement? Value, AnswerError? Error);
