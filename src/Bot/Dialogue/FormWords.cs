using System.Text.Json;
using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;

namespace LegalService.Bot.Dialogue;

/// <summary>Which service, calculator or document a message means: by a button, its name, or what else it is called. Thread safe.</summary>
internal sealed class FormWords(FormCatalog catalog, DialogTexts texts)
{
    private const string Member = "service";

    /// <summary>What a message asks to begin; null when it asks for nothing of the kind.</summary>
    public IForm? Started(BotTurn turn) => Pressed(turn) ?? Asked(turn.Text);

    /// <summary>The service that a text names, the longest of its words first; null when it names none.</summary>
    public ServiceDefinition? Named(string text)
    {
        var plain = SaidText.Plain(text);
        return Words().Where(word => word.Form is ServiceDefinition && plain.Contains(SaidText.Plain(word.Word), StringComparison.Ordinal))
            .OrderByDescending(word => word.Word.Length).FirstOrDefault().Form as ServiceDefinition;
    }

    private IForm? Asked(string text) =>
        Words().Where(word => text.Contains(word.Word, StringComparison.OrdinalIgnoreCase) && texts.Starts(KindOf(word.Form), word.Word, text)).OrderByDescending(word => word.Word.Length).FirstOrDefault().Form;

    /// <summary>A button says a name, or what is written on it under an answer; a client may send the id with it.</summary>
    private IForm? Pressed(BotTurn turn)
    {
        if (turn.Context.Activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(Member, out var id) && id.ValueKind == JsonValueKind.String)
            return catalog.Find(id.GetString()!);
        var said = SaidText.Bare(turn.Text);
        var labels = turn.Knowledge.Index.Corpus.Answers!.Outcomes.Services;
        return labels.Where(label => SaidText.Bare(label.Value) == said).Select(label => catalog.Find(label.Key)).FirstOrDefault()
            ?? catalog.All.FirstOrDefault(form => SaidText.Bare(form.Name) == said);
    }

    private IEnumerable<(IForm Form, string Word)> Words() => catalog.All.SelectMany(form => form.Also.Append(form.Name).Select(word => (form, word)));

    private static StartKind KindOf(IForm form) => form switch
    {
        CalculatorDefinition => StartKind.Sum,
        DocumentDefinition => StartKind.Paper,
        _ => StartKind.Service,
    };
}
