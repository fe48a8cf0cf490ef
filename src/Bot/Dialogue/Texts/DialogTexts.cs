using System.Globalization;
using System.Text.RegularExpressions;
using LegalService.Bot.Activities;
using LegalService.Casework.Appointments;
using LegalService.Interviews.Definitions;

namespace LegalService.Bot.Dialogue.Texts;

/// <summary>What dialogs say and understand, from <c>corpus/answers/dialogs.yaml</c>, which is whole. Thread safe.</summary>
internal sealed class DialogTexts
{
    private const int ShortMessage = 30;

    private static readonly char[] ClauseEnds = [',', '，', '。', ';', '；', '!', '！', '\n'];

    private readonly DialogFile _file;
    private readonly Dictionary<Command, Regex> _commands;
    private readonly Dictionary<Sign, Regex> _signs;
    private readonly Dictionary<FieldType, List<Regex>> _heard;
    private readonly Regex _startsUnless;

    /// <exception cref="ArgumentException">An expression is none.</exception>
    public DialogTexts(DialogFile file)
    {
        _file = file;
        _commands = Enum.GetValues<Command>().ToDictionary(command => command, command => Patterns.OfWhole(file.Commands[Keys.Of(command)]));
        _signs = Enum.GetValues<Sign>().ToDictionary(sign => sign, sign => Patterns.OfAny(file.Signs[Keys.Of(sign)]));
        _heard = file.Heard.ToDictionary(pair => Keys.Parse<FieldType>(pair.Key), pair => pair.Value.Select(Patterns.Of).ToList());
        _startsUnless = Patterns.OfAny(file.StartsUnless);
        (Days, AnyWeek, Mornings, Afternoons, Clock, Connectors) =
            (Patterns.Of(file.Days), Patterns.Of(file.AnyWeek), Patterns.Of(file.Mornings), Patterns.Of(file.Afternoons), Patterns.Of(file.Clock), Patterns.Of(file.Connectors));
    }

    public Regex Days { get; }

    public Regex AnyWeek { get; }

    public Regex Mornings { get; }

    public Regex Afternoons { get; }

    public Regex Clock { get; }

    public Regex Connectors { get; }

    public int StoryFrom => _file.StoryFrom;

    public int MostTimes => _file.MostTimes;

    public int DaysAhead => _file.DaysAhead;

    public int MostTries => _file.MostTries;

    /// <summary>A sentence with its places filled in.</summary>
    public string Say(Line line, params ReadOnlySpan<(string Name, object Value)> places)
    {
        var text = _file.Texts[Keys.Of(line)];
        foreach (var (name, value) in places)
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    public string Title(Press button) => _file.Buttons[Keys.Of(button)];

    public CardAction Button(Press button) => CardAction.Say(Title(button));

    /// <summary>Whether the whole message means this, or is its button.</summary>
    public bool Means(Command command, string text) => _commands[command].IsMatch(SaidText.Bare(text)) || (Keys.ParseOrNull<Press>(command) is { } press && Is(press, text));

    public bool Is(Press button, string text) => SaidText.Bare(text) == SaidText.Bare(Title(button));

    public bool Tells(Sign sign, string text) => _signs[sign].IsMatch(SaidText.Plain(text));

    /// <summary>What a question is called besides the words of its own review line.</summary>
    public IReadOnlyList<string> WordsOf(FieldType type) => _file.Fields.GetValueOrDefault(Keys.Of(type)) ?? [];

    /// <summary>What of a text may be an answer of a type, the likeliest first.</summary>
    public IEnumerable<string> HeardIn(FieldType type, string text) =>
        _heard.GetValueOrDefault(type)?.SelectMany(pattern => pattern.Matches(SaidText.HalfWidth(text))).Select(match => match.Groups["value"].Value) ?? [];

    /// <summary>What follows a field's name in a message that corrects it; null when the message does not.</summary>
    public string? Correcting(string word, string text)
    {
        var plain = SaidText.HalfWidth(text).Trim();
        var found = _file.Corrections.Select(template => Patterns.Of(template.Replace("{field}", Regex.Escape(word), StringComparison.Ordinal)).Match(plain)).FirstOrDefault(match => match.Success);
        return found is null ? null : Connectors.Replace(plain[(found.Index + found.Length)..], "");
    }

    /// <summary>Whether a message asks to begin something that is called so.</summary>
    public bool Starts(StartKind kind, string word, string text)
    {
        // In a long message, only the clause that names the service tells whether it is asked for or asked about.
        var said = text.Length <= ShortMessage ? text : text.Split(ClauseEnds).FirstOrDefault(clause => clause.Contains(word, StringComparison.OrdinalIgnoreCase)) ?? "";
        var plain = SaidText.Plain(said);
        return plain.Contains(word, StringComparison.OrdinalIgnoreCase) && (kind != StartKind.Service || !_startsUnless.IsMatch(plain.Replace(word, "", StringComparison.OrdinalIgnoreCase)))
            && _file.Starts[Keys.Of(kind)].Exists(template => Patterns.Of(template.Replace("{service}", Regex.Escape(word.ToLowerInvariant()), StringComparison.Ordinal)).IsMatch(plain));
    }

    public string NameOf(MeetingWay way) => _file.Ways[Keys.Of(way)].Name;

    /// <summary>The way to meet that a message names; null when it names none, or several.</summary>
    public MeetingWay? WayIn(string text)
    {
        var plain = SaidText.Plain(text);
        var named = Enum.GetValues<MeetingWay>().Where(way => _file.Ways[Keys.Of(way)].Words.Exists(word => plain.Contains(word, StringComparison.Ordinal))).ToList();
        return named is [var only] ? only : null;
    }

    public string NameOf(AppointmentState state) => _file.AppointmentStates[Keys.Of(state)];
}
