using System.Globalization;
using System.Text.Json;
using LegalService.Casework.Places;
using LegalService.Casework.Staff;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Requests;

/// <summary>
/// Who of the staff could help with a request, the best first, each with the reasons: what he or she takes on, languages, conflicts of interest (律师法第三十九条),
/// how far his office is from the one that has the request, and how much each has in hand. A clerk chooses. Thread safe.
/// </summary>
public sealed class AssigneeSuggestions
{
    private readonly CaseworkStore _store;
    private readonly IServiceDefinitions _definitions;
    private readonly PlaceCatalog _places;
    private readonly IOptions<RequestOptions> _options;

    internal AssigneeSuggestions(CaseworkStore store, IServiceDefinitions definitions, PlaceCatalog places, IOptions<RequestOptions> options) =>
        (_store, _definitions, _places, _options) = (store, definitions, places, options);

    /// <summary>Everybody who takes on this kind of request; empty when nobody does.</summary>
    public Task<IReadOnlyList<SuggestedAssignee>> SuggestAsync(RequestRecord record, CancellationToken cancellation) => _store.ReadAsync(
        async (context, token) =>
        {
            var kinds = KindsOf(record);
            // A county has some dozens of accounts.
            var members = (await context.Set<StaffMember>().Where(member => member.DisabledAt == null).ToListAsync(token))
                .FindAll(member => member.CaseKinds.Intersect(kinds, StringComparer.Ordinal).Any());
            members.Sort((one, other) => string.CompareOrdinal(one.DisplayName, other.DisplayName));
            var names = members.ConvertAll(member => member.DisplayName);
            var loads = await context.Set<Request>().Where(request => request.ClosedAt == null && request.Assignee != null && names.Contains(request.Assignee))
                .GroupBy(request => request.Assignee!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, StringComparer.Ordinal, token);
            var against = record.Findings.Where(finding => finding.Kind == FindingKind.Conflict).SelectMany(finding => finding.Related).Distinct(StringComparer.Ordinal).ToList();
            var opposed = await context.Set<Request>().Where(request => against.Contains(request.Number) && request.Assignee != null)
                .Select(request => request.Assignee!).Distinct().ToListAsync(token);
            var wanted = _options.Value.LanguagesOf(record.Answers?.Values ?? []).ToList();
            return (IReadOnlyList<SuggestedAssignee>)
            [
                .. from member in members
                   let load = loads.GetValueOrDefault(member.DisplayName)
                   let isOpposed = opposed.Contains(member.DisplayName, StringComparer.Ordinal)
                   let spoken = wanted.Count(language => member.Languages.Contains(language, StringComparer.Ordinal))
                   let isMatter = kinds.Count > 1 && member.CaseKinds.Contains(kinds[1], StringComparer.Ordinal)
                   let kilometres = Kilometres(record.Office, member.Office)
                   orderby isOpposed, spoken descending, isMatter descending, kilometres ?? double.MaxValue, load
                   select new SuggestedAssignee(
                       member.UserName!, member.DisplayName, load, isOpposed, [.. Reasons(isMatter, spoken > 0, spoken < wanted.Count, kilometres, load, isOpposed)]),
            ];
        },
        cancellation);

    private static IEnumerable<string> Reasons(bool isMatter, bool speaks, bool lacksLanguage, double? kilometres, int load, bool isOpposed)
    {
        if (isOpposed)
            yield return "在办对方的案件，有利益冲突（《律师法》第三十九条）";
        yield return isMatter ? "专办这类事项" : "办理这项服务";
        if (speaks)
            yield return "会申请人要的语言";
        if (lacksLanguage)
            yield return "不会申请人要的语言，要另找翻译";
        if (kilometres is { } far)
            yield return far == 0 ? "在同一个单位" : string.Create(CultureInfo.InvariantCulture, $"单位离受理单位约 {Math.Max(1, Math.Round(far)):0} 公里");
        yield return load == 0 ? "手上没有在办的" : $"手上在办 {load} 件";
    }

    /// <summary>As the crow flies, whole tenths; null when one of the offices is not known.</summary>
    private double? Kilometres(string? from, string? to) => _places.Find(from ?? "") is { } one && _places.Find(to ?? "") is { } other
        ? Math.Round(PlaceCatalog.Distance(one.Latitude, one.Longitude, other.Latitude, other.Longitude) / 1000, 1)
        : null;

    /// <summary>The service, then the service with its matter.</summary>
    private List<string> KindsOf(RequestRecord record)
    {
        var field = _definitions.Find(record.Service)?.FieldOf(FieldRole.Matter);
        return field is not null && record.Answers?.GetValueOrDefault(field.Id) is { ValueKind: JsonValueKind.String } matter
            ? [record.Service, $"{record.Service}/{matter.GetString()}"]
            : [record.Service];
    }
}

/// <summary>Somebody who could help.</summary>
/// <param name="User">User name.</param>
/// <param name="DisplayName">As the citizen is told.</param>
/// <param name="Load">Open requests he or she helps with.</param>
/// <param name="HasConflict">Helps the other side: must not be chosen.</param>
/// <param name="Reasons">What speaks for and against, in words.</param>
public sealed record SuggestedAssignee(string User, string DisplayName, int Load, bool HasConflict, IReadOnlyList<string> Reasons);
