using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LegalService.Casework.Notifications.Texts;

/// <summary>What citizens are told, as <c>corpus/notifications</c> has it. Immutable.</summary>
internal sealed partial class NotificationTexts
{
    private readonly TextSettings _settings;
    private readonly FrozenDictionary<string, KindTexts> _texts;
    private readonly FrozenDictionary<(string Language, string Kind), KindTexts> _translations;

    internal NotificationTexts(
        TextSettings settings, IReadOnlyDictionary<string, KindTexts> texts, IReadOnlyDictionary<(string Language, string Kind), KindTexts> translations) =>
        (_settings, _texts, _translations) = (settings, texts.ToFrozenDictionary(StringComparer.Ordinal), translations.ToFrozenDictionary());

    /// <summary>Reads the folder. Throws <see cref="Reading.CorpusException"/> with every mistake.</summary>
    public static NotificationTexts Load(string folder) => NotificationTextsReader.Read(folder);

    /// <summary>The text for a channel in which the citizen talks to the service.</summary>
    /// <param name="kind">One of <see cref="NotificationKinds"/>.</param>
    /// <param name="neutral">Whether it tells nothing of law.</param>
    /// <param name="language">As in <c>mn</c>; null: Chinese, as for what is not translated.</param>
    /// <param name="values">What stands for the placeholders.</param>
    public string Channel(string kind, bool neutral, string? language, IReadOnlyDictionary<string, string> values) =>
        Fill(Text(kind, language, neutral ? texts => texts.Neutral : texts => texts.Channel), values);

    /// <summary>The text for an SMS, with its signature. Parameters as for <see cref="Channel"/>.</summary>
    public string Sms(string kind, bool neutral, string? language, IReadOnlyDictionary<string, string> values) =>
        (neutral ? _settings.NeutralSignature : _settings.Signature) + Fill(Text(kind, language, neutral ? texts => texts.Neutral : texts => texts.Sms), values);

    private string Text(string kind, string? language, Func<KindTexts, string> which) =>
        language is not null && _translations.TryGetValue((language, kind), out var translated) && which(translated) is { Length: > 0 } text ? text : which(_texts[kind]);

    internal static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value);

    // A message written before its texts got a new placeholder has no value for it.
    private string Fill(string text, IReadOnlyDictionary<string, string> values) => Placeholder().Replace(text, match => match.Groups["name"].Value switch
    {
        "hotline" => _settings.Hotline,
        var name => values.TryGetValue(name, out var value) ? value : "",
    });

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}

/// <summary>The texts of one kind.</summary>
/// <param name="Channel">For a channel; "" where no channel will do.</param>
/// <param name="Sms">For an SMS: does not tell the matter.</param>
/// <param name="Neutral">For somebody whose phone others read: tells nothing of law.</param>
internal sealed record KindTexts(string Channel, string Sms, string Neutral);

/// <summary>What all texts have in common.</summary>
/// <param name="Signature">In front of each SMS, such as 【示例县公共法律服务】.</param>
/// <param name="NeutralSignature">The same where nothing of law may be told.</param>
/// <param name="Hotline">Stands for <c>{hotline}</c>.</param>
/// <param name="NeutralWords">Words that a neutral text must not hold.</param>
/// <param name="MaxSmsCharacters">Longest SMS text, placeholders as they stand.</param>
internal sealed record TextSettings(string Signature, string NeutralSignature, string Hotline, IReadOnlyList<string> NeutralWords, int MaxSmsCharacters);
