using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Casework.Triage;

/// <summary>Runs the rules of a service, and its list of papers, over what was sent. Pure.</summary>
public static class TriageRules
{
    /// <summary>What the rules find, in the order of the file; then which papers are missing.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="papers">Fields and papers for which a file came in, or which were shown at the counter.</param>
    /// <param name="today">The day in Beijing.</param>
    public static IReadOnlyList<Finding> Run(ServiceDefinition definition, Answers sent, IReadOnlySet<string> papers, DateOnly today) =>
    [
        .. definition.Triage.Where(rule => rule.When.Holds(sent, today))
            .Select(rule => new Finding(rule.Id, KindOf(rule.Kind), rule.Verdict, rule.Reason, rule.Basis, [])),
        .. Missing(definition, sent, papers, today).Where(material => !IsToldByRule(definition, sent, material, today)).Select(material => new Finding(
            IdOf(material), FindingKind.Completeness, material.MayFollowDays is null ? TriageVerdict.Missing : TriageVerdict.MayFollow,
            material.MayFollowDays is { } days ? $"还没有：{material.Name}（可以在 {days} 天内补交）" : $"还没有：{material.Name}", material.Basis, [])),
    ];

    /// <summary>Papers that are needed and have not come. Those without a field are shown at the counter; only what may follow of them is waited for.</summary>
    internal static IEnumerable<Material> Missing(ServiceDefinition definition, Answers sent, IReadOnlySet<string> papers, DateOnly today) =>
        definition.Guide.Materials.Where(material =>
            (material.When is not { } when || when.Holds(sent, today))
            && (material.Field is not null || material.MayFollowDays is not null)
            && !papers.Contains(material.Id)
            && (material.Field is not { } field || !(papers.Contains(field) || IsAnswered(sent, field))));

    /// <summary>The rule id of a paper, as findings, deadlines and events name it.</summary>
    internal static string IdOf(Material material) => $"material/{material.Id}";

    /// <summary>A rule of the file that looks at the same field says it in better words.</summary>
    private static bool IsToldByRule(ServiceDefinition definition, Answers sent, Material material, DateOnly today) => material.Field is { } field
        && definition.Triage.Any(rule => rule.Kind == TriageKind.Completeness && rule.When.Fields.Contains(field, StringComparer.Ordinal) && rule.When.Holds(sent, today));

    private static bool IsAnswered(Answers sent, string field) =>
        sent.Get(field) is { } answer && answer.ValueKind != System.Text.Json.JsonValueKind.Null && !AnswerJson.IsUnknown(answer);

    private static FindingKind KindOf(TriageKind kind) => kind switch
    {
        TriageKind.Urgency => FindingKind.Urgency,
        TriageKind.Eligibility => FindingKind.Eligibility,
        TriageKind.Completeness => FindingKind.Completeness,
        TriageKind.Jurisdiction => FindingKind.Jurisdiction,
        _ => FindingKind.Note,
    };
}
