using LegalService.Contracts;

namespace LegalService.Kiosk.Questions;

/// <summary>What came of asking.</summary>
/// <param name="Answer">The answer; null when there is none.</param>
/// <param name="FromCentre">False: answered on this machine, because the centre did not answer in time.</param>
/// <param name="Code">Why there is no answer: <c>question.empty</c>, <c>question.tooLong</c>, <c>knowledge.loading</c> (in the first seconds), <c>bot.paused</c>; null when there is one.</param>
/// <param name="Message">The same in Chinese; null when there is an answer.</param>
internal sealed record Asked(AnswerResponse? Answer, bool FromCentre, string? Code = null, string? Message = null);
