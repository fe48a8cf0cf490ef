using System.Text.Json;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;

namespace LegalService.Bot.Dialogue;

/// <summary>Which service a message means: by a button, its name, or what else it is called. Thread safe.</summary>
internal sealed class ServiceWords(ServiceCatalog catalog, DialogTexts texts)
{
    private const string Member = "service";

    /// <summary>The service that a message asks to begin; null when it asks for none.</summary>
    public ServiceDefinition? Started(BotTurn turn) => Pressed(turn) ?? Asked(turn.Text);

    /// <summary>The service that a text names, the longest of its words first; null when it names none.</summary>
    public ServiceDefinition? Named(string text)
    {
        var plain = SaidText.Plain(text);
        return Words().Where(word => plain.Contains(SaidText.Plain(word.Word), StringComparison.Ordinal)).OrderByDescending(word => word.Word.Length).FirstOrDefault().Service;
    }

    private ServiceDefinition? Asked(string text) =>
        Words().Where(word => text.Contains(word.Word, StringComparison.OrdinalIgnoreCase) && texts.Starts(word.Word, text)).OrderByDescending(word => word.Word.Length).FirstOrDefault().Service;

    /// <summary>A button under an answer says what is written on it; a client may send the service's id with it.</summary>
    private ServiceDefinition? Pressed(BotTurn turn)
    {
        if (turn.Context.Activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(Member, out var id) && id.ValueKind == JsonValueKind.String)
            return catalog.Find(id.GetString()!);
        var labels = turn.Knowledge.Index.Corpus.Answers!.Outcomes.Services;
        return labels.Where(label => SaidText.Bare(label.Value) == SaidText.Bare(turn.Text)).Select(label => catalog.Find(label.Key)).FirstOrDefault();
    }

    private IEnumerable<(ServiceDefinition Service, string Word)> Words() => catalog.Services.SelectMany(service => service.Also.Append(service.Name).Select(word => (service, word)));
}
