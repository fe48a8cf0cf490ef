using System.Text.Json;
using LegalService.Contracts;
using LegalService.Knowledge.Answering;

namespace LegalService.Kiosk.Questions;

/// <summary>From this machine's own knowledge to the records in which the centre answers, so that a screen need not know who did.</summary>
internal static class AnswerMapping
{
    /// <summary>Most characters of a quotation, as at the centre.</summary>
    private const int QuoteLength = 200;

    public static AnswerResponse ToResponse(this Answer answer) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(answer.Outcome.ToString()),
        answer.Text,
        [.. answer.Citations.Select(ToResponse)],
        [.. answer.NextSteps.Select(step => new NextStepResponse(step.Label, step.Service, step.Url, step.Phone))],
        Math.Round(answer.Confidence, 3),
        JsonNamingPolicy.SnakeCaseLower.ConvertName(answer.Source.ToString()));

    private static CitationResponse ToResponse(Citation citation)
    {
        var entry = citation.Entry;
        return new(
            entry.Key.Law,
            entry.Key.Number.ToString(),
            entry.Title,
            JsonNamingPolicy.CamelCase.ConvertName(citation.Status.ToString()),
            entry.InForceFrom,
            entry.Text is { } text ? Excerpt.Of(text, QuoteLength) : null,
            entry.Note?.Gist,
            $"/articles/{Uri.EscapeDataString(entry.Key.Law)}/{Uri.EscapeDataString(entry.Key.Number.ToString())}",
            string.IsNullOrEmpty(entry.Note?.Caption) ? null : entry.Note.Caption);
    }
}
