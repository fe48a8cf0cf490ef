using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;

namespace LegalService.Bot.Dialogue;

/// <summary>From an answer to what is sent: plain text, the articles as schema.org claims, the next steps as buttons.</summary>
public static class AnswerActivity
{
    /// <summary>Type of the entities that are citations.</summary>
    public const string ClaimType = "https://schema.org/Claim";

    /// <summary>Type of the entity that says what kind of answer it is: outcome, source, confidence.</summary>
    public const string AnswerType = "legalService/answer";

    private const int QuoteLength = 200;
    private const string QuestionLink = "/#q=";

    internal static Activity Of(Answer answer) => Activity.Message(answer.Text) with
    {
        InputHint = answer.Outcome == AnswerOutcome.Clarify ? InputHints.ExpectingInput : InputHints.AcceptingInput,
        Entities =
        [
            Entity.Of(AnswerType, new { outcome = Name(answer.Outcome), source = Name(answer.Source), confidence = Math.Round(answer.Confidence, 3) }),
            .. Claims(answer.Citations),
        ],
        SuggestedActions = answer.NextSteps.Count == 0 ? null : new SuggestedActions([.. answer.NextSteps.Select(Action)]),
    };

    /// <summary>Citations as schema.org claims.</summary>
    internal static IEnumerable<Entity> Claims(IReadOnlyList<Citation> citations) => citations.Select((citation, place) => Claim(citation, place + 1));

    private static Entity Claim(Citation citation, int position)
    {
        var entry = citation.Entry;
        var quote = entry.Text is { } text ? Excerpt.Of(text, QuoteLength) : null;
        return Entity.Of(ClaimType, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Claim",
            ["@id"] = $"cite:{position}",
            ["position"] = position,
            ["name"] = $"《{entry.Key.Law}》{entry.Key.Number}",
            ["alternateName"] = Caption(entry),
            ["text"] = entry.Note?.Gist ?? quote ?? entry.Title,
            ["url"] = $"/articles/{Uri.EscapeDataString(entry.Key.Law)}/{Uri.EscapeDataString(entry.Key.Number.ToString())}",
            ["law"] = entry.Key.Law,
            ["article"] = entry.Key.Number.ToString(),
            ["title"] = entry.Title,
            ["caption"] = Caption(entry),
            ["status"] = JsonNamingPolicy.CamelCase.ConvertName(citation.Status.ToString()),
            ["inForceFrom"] = entry.InForceFrom,
            ["gist"] = entry.Note?.Gist,
            ["quote"] = quote,
        }.Where(member => member.Value is not null).ToDictionary(StringComparer.Ordinal));
    }

    private static CardAction Action(NextStep step)
    {
        if (step.Phone is { } phone)
            return CardAction.Dial(step.Label, phone);
        if (step.Url is { } url)
        {
            return url.StartsWith(QuestionLink, StringComparison.Ordinal)
                ? CardAction.Say(step.Label, Uri.UnescapeDataString(url[QuestionLink.Length..]))
                : CardAction.Open(step.Label, url);
        }

        return CardAction.Say(step.Label) with
        {
            Properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["service"] = JsonSerializer.SerializeToElement(step.Service, ActivityJson.Options) },
        };
    }

    private static string? Caption(ArticleEntry entry) => string.IsNullOrEmpty(entry.Note?.Caption) ? null : entry.Note.Caption;

    private static string Name(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
