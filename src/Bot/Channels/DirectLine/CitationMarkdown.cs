using System.Text;
using System.Text.Json;
using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue;

namespace LegalService.Bot.Channels.DirectLine;

/// <summary>
/// Direct Line clients show citations where the text, as Markdown, refers to the claims among the entities. The plain text stays in <see cref="Activity.Speak"/>.
/// </summary>
internal static class CitationMarkdown
{
    private const string Special = "\\`*_[]<>#|~&";

    public static Activity Apply(Activity activity)
    {
        var claims = activity.Entities?.Where(entity => entity.Type == AnswerActivity.ClaimType).ToList() ?? [];
        if (claims.Count == 0 || activity.Text is not { } text)
            return activity;
        var markdown = new StringBuilder(Escape(text)).Append("\n\n");
        for (var place = 0; place < claims.Count; place++)
            markdown.Append('[').Append(place + 1).Append("] ");
        markdown.Append("\n\n");
        for (var place = 0; place < claims.Count; place++)
            markdown.Append('[').Append(place + 1).Append("]: ").Append(Member(claims[place], "@id")).Append(" \"").Append(Member(claims[place], "name").Replace("\"", "", StringComparison.Ordinal)).Append("\"\n");
        return activity with { Text = markdown.ToString(), TextFormat = TextFormats.Markdown, Speak = activity.Speak ?? text };
    }

    /// <summary>Every line a paragraph of its own, and no character of the text a mark.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text.ReplaceLineEndings("\n\n"))
        {
            if (Special.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static string Member(Entity entity, string name) =>
        entity.Properties is { } members && members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
