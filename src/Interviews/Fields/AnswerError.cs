namespace LegalService.Interviews.Fields;

/// <summary>What is wrong with an answer.</summary>
/// <param name="Field">The field; empty when all answers together are meant.</param>
/// <param name="Code">Stable, such as <c>idNumber.checkDigit</c>.</param>
/// <param name="Message">A Chinese sentence that says what to do.</param>
public sealed record AnswerError(string Field, string Code, string Message);
