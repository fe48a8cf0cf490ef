using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Triage;

/// <summary>Something a rule found about a request. It sorts and explains; a clerk decides.</summary>
/// <param name="Rule">The rule of the service, or <c>duplicate</c>, <c>conflict.…</c>, <c>material/ID</c> for what is found without one.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Reason">A sentence; holds no personal data.</param>
/// <param name="Basis">The articles behind it; may be empty.</param>
/// <param name="Related">Numbers of other requests that are meant.</param>
public sealed record Finding(
    string Rule, FindingKind Kind, TriageVerdict Verdict, string Reason, IReadOnlyList<LegalBasis> Basis, IReadOnlyList<string> Related)
{
    /// <summary>The urgency of a request in its turn.</summary>
    internal const int Ordinary = 3;

    /// <summary>0 now, 1 today, 2 soon, 3 in its turn.</summary>
    internal static int UrgencyOf(IEnumerable<Finding> findings) => findings.Where(finding => finding.Kind == FindingKind.Urgency)
        .Select(finding => finding.Verdict switch
        {
            TriageVerdict.Now => 0,
            TriageVerdict.Today => 1,
            TriageVerdict.Soon => 2,
            _ => Ordinary,
        })
        .DefaultIfEmpty(Ordinary).Min();
}

/// <summary>What a finding is about.</summary>
public enum FindingKind
{
    /// <summary>How soon it must be looked at.</summary>
    Urgency,

    /// <summary>Whether the service is for him.</summary>
    Eligibility,

    /// <summary>Whether all is there.</summary>
    Completeness,

    /// <summary>Whether this office is the right one.</summary>
    Jurisdiction,

    /// <summary>The same may have been sent before.</summary>
    Duplicate,

    /// <summary>Helping here may stand against helping elsewhere.</summary>
    Conflict,

    /// <summary>Something the clerk should know.</summary>
    Note,
}
