using LegalService.Contracts;

namespace LegalService.Kiosk.Screens.Questions;

/// <summary>A question and its answer.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Answer">The answer.</param>
/// <param name="FromCentre">False: answered on this machine.</param>
internal sealed record Answered(string Question, AnswerResponse Answer, bool FromCentre);
