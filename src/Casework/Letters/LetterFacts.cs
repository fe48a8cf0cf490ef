using System.Collections.Frozen;
using System.Globalization;
using LegalService.Casework.Calendar;
using LegalService.Casework.Notifications;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Papers;

namespace LegalService.Casework.Letters;

/// <summary>What a letter can say about a request, by the name of its placeholder. Pure.</summary>
internal static class LetterFacts
{
    /// <summary>Before the id of a question: its answer.</summary>
    public const string Answer = "回答:";

    private static readonly FrozenDictionary<string, Func<LetterSource, string?>> Facts = new Dictionary<string, Func<LetterSource, string?>>(StringComparer.Ordinal)
    {
        ["文号"] = _ => LetterText.Number,
        ["日期"] = _ => LetterText.Day,
        ["编号"] = source => source.Request.Number,
        ["服务"] = source => source.Definition?.Name ?? source.Request.Service,
        ["申请人"] = source => Of(source, FieldRole.ApplicantName, whole: true),
        ["身份证号"] = source => Of(source, FieldRole.ApplicantId, whole: false),
        ["完整身份证号"] = source => Of(source, FieldRole.ApplicantId, whole: true),
        ["电话"] = source => Of(source, FieldRole.ApplicantPhone, whole: false),
        ["完整电话"] = source => Of(source, FieldRole.ApplicantPhone, whole: true),
        ["住址"] = source => Of(source, FieldRole.ApplicantAddress, whole: true),
        ["代办人"] = source => Of(source, FieldRole.HelperName, whole: true),
        ["对方"] = source => Of(source, FieldRole.OpponentName, whole: true),
        ["事项"] = source => Of(source, FieldRole.Matter, whole: true),
        ["收到日期"] = source => DayOf(source.Request.ReceivedAt),
        ["承办人"] = source => source.Request.Assignee,
        ["单位"] = source => source.Office.Name,
        ["单位地址"] = source => source.Office.Address,
        ["单位电话"] = source => source.Office.Phone,
        ["热线"] = source => source.Hotline,
        ["理由"] = source => Numbered(Last(source, CaseEvents.Refused)?.Reasons.Select(reason => $"{reason.Text}（{string.Join('、', reason.Basis)}）")),
        ["要补的材料"] = source => Numbered(Last(source, CaseEvents.Incomplete)?.Items.Select(item => item.Text)),
        ["补交期限"] = source => Due(source, CaseEvents.Incomplete, DeadlineParty.Applicant),
        ["后补期限"] = source => Due(source, CaseEvents.StartedEarly, DeadlineParty.Applicant),
        ["答复期限"] = source => Due(source, CaseEvents.Received, DeadlineParty.Office),
        ["说明"] = source => source.After.Select(name => Last(source, name)?.Message).LastOrDefault(message => !string.IsNullOrWhiteSpace(message)),
        ["见面时间"] = source => source.Appointment is { } appointment ? SpokenTime.Moment(appointment.Start) : null,
        ["见面地点"] = source => source.MeetingPlace is { } place ? $"{place.Name}（{place.Address}）" : null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IReadOnlySet<string> Names { get; } = Facts.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>The template with what is known; a blank for what is not.</summary>
    public static string Fill(LetterTemplate template, LetterSource source) => PaperText.Fill(template.Text, name => Value(name, source) is { Length: > 0 } value
        ? value
        : LetterText.BlankFor(name.StartsWith(Answer, StringComparison.Ordinal) ? LabelOf(name, source) : name));

    /// <summary>2026年11月25日, in Beijing.</summary>
    public static string DayOf(DateTimeOffset moment)
    {
        var day = BeijingTime.DayOf(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
    }

    private static string? Value(string name, LetterSource source) => name.StartsWith(Answer, StringComparison.Ordinal)
        ? Display(source, name[Answer.Length..], whole: true)
        : Facts[name](source);

    private static string? Of(LetterSource source, FieldRole role, bool whole) => source.Definition?.FieldOf(role) is { } field ? Display(source, field.Id, whole) : null;

    /// <summary>An answer as it was agreed to, on one line; null when there is none, it was skipped, or he does not know.</summary>
    private static string? Display(LetterSource source, string field, bool whole)
    {
        if (source.Paper?.Answers.Get(field) is not { } answer || answer.ValueKind == System.Text.Json.JsonValueKind.Null || AnswerJson.IsUnknown(answer))
            return null;
        var line = source.Paper.Review.FirstOrDefault(line => line.Field == field);
        return (whole ? line?.Display : line?.Masked)?.ReplaceLineEndings(" ");
    }

    private static string LabelOf(string name, LetterSource source) =>
        source.Definition?.Interview.Fields.FirstOrDefault(field => field.Id == name[Answer.Length..])?.ReviewLabel ?? name;

    private static StepDetail? Last(LetterSource source, string @event) => source.Steps.LastOrDefault(step => step.Row.Event == @event)?.Detail;

    private static string? Numbered(IEnumerable<string>? lines) =>
        lines is null ? null : string.Join('\n', lines.Select((line, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}．{line.ReplaceLineEndings(" ")}")));

    private static string? Due(LetterSource source, string starts, DeadlineParty party)
    {
        var rules = source.Definition?.Deadlines.Where(rule => rule.Starts == starts && rule.Party == party).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return source.Deadlines.LastOrDefault(deadline => rules?.Contains(deadline.Rule) ?? false) is { IsDropped: false } due ? DayOf(due.Due) : null;
    }
}

/// <summary>What a letter is filled from.</summary>
internal sealed record LetterSource
{
    public required Request Request { get; init; }

    /// <summary>Null when personal data were removed.</summary>
    public required RequestPaper? Paper { get; init; }

    /// <summary>Null when the service is no longer offered.</summary>
    public required ServiceDefinition? Definition { get; init; }

    public required IReadOnlyList<RequestReading.Step> Steps { get; init; }

    public required IReadOnlyList<Deadlines.Deadline> Deadlines { get; init; }

    /// <summary>Who writes.</summary>
    public required Office Office { get; init; }

    /// <summary>The events after which the letter is written.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>The next one; null: none.</summary>
    public required RequestAppointment? Appointment { get; init; }

    /// <summary>Where it takes place; null: there is none.</summary>
    public required Office? MeetingPlace { get; init; }

    public required string Hotline { get; init; }
}
