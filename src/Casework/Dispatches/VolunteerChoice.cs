using System.Text.Json;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Dispatches;

/// <summary>Who could take an order, the best first: conflict of interest, language, place, how much each has in hand. Thread safe.</summary>
internal sealed class VolunteerChoice(VolunteerCatalog catalog, Sealer sealer, IOptions<RequestOptions> options)
{
    /// <summary>Everybody who takes orders of the service, within a transaction or a reading.</summary>
    public async Task<IReadOnlyList<SuggestedVolunteer>> RankAsync(CaseworkContext context, Request request, CancellationToken cancellation)
    {
        var paper = RequestPaper.Open(sealer, request);
        var asked = await context.Set<Dispatch>().Where(dispatch => dispatch.RequestId == request.Id).Select(dispatch => dispatch.Volunteer).ToListAsync(cancellation);
        var loads = await context.Set<Dispatch>().Where(dispatch => dispatch.State == DispatchState.Offered || dispatch.State == DispatchState.Taken)
            .GroupBy(dispatch => dispatch.Volunteer).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, StringComparer.Ordinal, cancellation);
        var opposed = await OpposedAsync(context, request, cancellation);
        var wanted = LanguagesOf(paper);
        return
        [
            .. from volunteer in catalog.Volunteers
               where volunteer.Services.Contains(request.Service, StringComparer.Ordinal)
               let fit = new Fit(
                   opposed.Contains(volunteer.Id, StringComparer.Ordinal),
                   asked.Contains(volunteer.Id, StringComparer.Ordinal),
                   loads.GetValueOrDefault(volunteer.Id) is var load && load >= volunteer.MostOpen,
                   wanted.Count(language => !volunteer.Languages.Contains(language, StringComparer.Ordinal)),
                   IsNear(volunteer, paper),
                   load)
               orderby fit.IsOpposed, fit.WasAsked, fit.IsFull, fit.LanguagesMissing, fit.IsNear descending, volunteer.Places.Count > 0, fit.Load
               select new SuggestedVolunteer(volunteer.Id, volunteer.Name, volunteer.Kind, fit is { IsOpposed: false, WasAsked: false, IsFull: false }, [.. Reasons(volunteer, fit, wanted.Count)]),
        ];
    }

    private static IEnumerable<string> Reasons(Volunteer volunteer, Fit fit, int wanted)
    {
        if (fit.IsOpposed)
            yield return "在帮对方，有利益冲突（《律师法》第三十九条）";
        if (fit.WasAsked)
            yield return "这一单已经问过";
        if (fit.IsNear)
            yield return "就在当地";
        else if (volunteer.Places.Count > 0)
            yield return $"管的是{string.Join('、', volunteer.Places)}";
        if (fit.LanguagesMissing > 0)
            yield return "不会申请人要的语言";
        else if (wanted > 0)
            yield return "会申请人要的语言";
        yield return fit.IsFull ? $"手上 {fit.Load} 单，满了" : fit.Load == 0 ? "手上没有单" : $"手上 {fit.Load} 单";
    }

    private static bool IsNear(Volunteer volunteer, RequestPaper? paper) => volunteer.Places.Any(
        place => paper?.Review.Any(line => line.Display.Contains(place, StringComparison.Ordinal)) is true);

    private List<string> LanguagesOf(RequestPaper? paper)
    {
        var chosen = (paper?.Answers.Values.Values ?? []).Where(answer => answer.ValueKind == JsonValueKind.String).Select(answer => answer.GetString()!).ToHashSet(StringComparer.Ordinal);
        return [.. options.Value.LanguageOptions.Where(language => chosen.Contains(language.Value)).Select(language => language.Key)];
    }

    private static async Task<IReadOnlyList<string>> OpposedAsync(CaseworkContext context, Request request, CancellationToken cancellation)
    {
        var against = RequestRefresh.FindingsOf(request).Where(finding => finding.Kind == FindingKind.Conflict).SelectMany(finding => finding.Related).Distinct(StringComparer.Ordinal).ToList();
        if (against.Count == 0)
            return [];
        return await (from other in context.Set<Request>()
                      where against.Contains(other.Number)
                      join dispatch in context.Set<Dispatch>() on other.Id equals dispatch.RequestId
                      where dispatch.State == DispatchState.Taken || dispatch.State == DispatchState.Done
                      select dispatch.Volunteer).Distinct().ToListAsync(cancellation);
    }

    private sealed record Fit(bool IsOpposed, bool WasAsked, bool IsFull, int LanguagesMissing, bool IsNear, int Load);
}

/// <summary>Somebody who could take an order.</summary>
/// <param name="Id">Of the volunteer.</param>
/// <param name="Name">As the citizen is told.</param>
/// <param name="Kind">What he or she is.</param>
/// <param name="IsFree">Whether nothing speaks against asking: no conflict, not asked yet, not full.</param>
/// <param name="Reasons">What speaks for and against, in words.</param>
public sealed record SuggestedVolunteer(string Id, string Name, string Kind, bool IsFree, IReadOnlyList<string> Reasons);
