using System.Globalization;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Staff;
using LegalService.Casework.Triage;
using LegalService.Interviews;
using LegalService.Server.Api;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LegalService.Server.Staff.Requests;

/// <summary>The board: what is to be done, the most urgent first, alive.</summary>
public sealed partial class Board(
    RequestList list, RequestDesk desk, RequestWatch watch, RecordPresence presence, StaffDirectory staff, SignedInClerk signedIn, NavigationManager navigation,
    IDialogService dialogs, ISnackbar snackbar) : ComponentBase, IDisposable
{
    private const int FindingsShown = 2;

    private readonly PersonSearch _search = new(list);
    private readonly CancellationTokenSource _closed = new();
    private readonly Dictionary<string, int> _selected = new(StringComparer.Ordinal);
    private HashSet<string> _fresh = new(StringComparer.Ordinal);
    private ILookup<string, string> _viewers = Array.Empty<string>().ToLookup(text => text, StringComparer.Ordinal);
    private IReadOnlyList<StaffRow> _members = [];
    private List<StaffRow> _clerks = [];
    private IDisposable? _listening;
    private Clerk? _who;
    private QueuePage? _page;
    private QueueCounts? _counts;
    private Found? _found;
    private string _typed = "";
    private string _receiver = "";
    private bool _isBusy;

    [Inject]
    private ServiceCatalog Catalog { get; set; } = default!;

    [Inject]
    private PlaceCatalog Places { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Service { get; set; }

    [SupplyParameterFromQuery]
    private string? Office { get; set; }

    [SupplyParameterFromQuery]
    private string? Whose { get; set; }

    [SupplyParameterFromQuery]
    private string? Due { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    private int Page => Math.Max(1, PageNumber ?? 1);

    private bool HasFilter => State is not (null or "open") || new[] { Service, Office, Whose, Due }.Any(value => !string.IsNullOrEmpty(value));

    private IReadOnlyList<QueueLine>? Lines => _found?.Lines ?? _page?.Lines;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _who = await signedIn.GetAsync();
        _members = await staff.ListAsync(_closed.Token);
        _clerks = [.. _members.Where(member => member.DisabledAt is null && member.Profile.Roles.Intersect(StaffPolicies.Roles[StaffPolicies.Decide], StringComparer.Ordinal).Any())];
        _listening = watch.Listen(news => InvokeAsync(() => ShowAsync(news)));
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _found = null;
        _selected.Clear();
        _fresh = [];
        await LoadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = WatchViewersAsync();
    }

    private async Task LoadAsync()
    {
        _who ??= await signedIn.GetAsync();
        var query = new BoardQuery(State, Service, Office, Whose, Due, Page);
        _page = await list.ListAsync(query.ToFilter(_who.User, Time.GetUtcNow()), _closed.Token);
        _counts = await list.CountAsync(_closed.Token);
        _viewers = await presence.ReadAsync(_closed.Token);
    }

    /// <summary>Somebody changed something: the page is read again where it stands; what another one changed stands out.</summary>
    private async Task ShowAsync(IReadOnlyList<RequestNews> news)
    {
        if (_closed.IsCancellationRequested)
            return;
        try
        {
            var seen = (_page?.Lines ?? []).ToDictionary(line => line.Number, line => line.Version, StringComparer.Ordinal);
            await LoadAsync();
            _fresh = news.Where(change => change.By != _who?.Actor.Name && change.Version > seen.GetValueOrDefault(change.Number))
                .Select(change => change.Number).ToHashSet(StringComparer.Ordinal);
            StateHasChanged();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }

    /// <summary>Who has which record open changes without anything being changed.</summary>
    private async Task WatchViewersAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(RecordPresence.Every, Time);
            while (await timer.WaitForNextTickAsync(_closed.Token))
            {
                _viewers = await presence.ReadAsync(_closed.Token);
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }

    private async Task SearchAsync()
    {
        if (string.IsNullOrWhiteSpace(_typed))
            return;
        _selected.Clear();
        _found = await _search.FindAsync(_typed, _who!.Actor, _closed.Token);
    }

    private void CloseSearch() => (_found, _typed) = (null, "");

    private void Select(QueueLine line, bool isSelected)
    {
        if (isSelected)
            _selected[line.Number] = line.Version;
        else
            _selected.Remove(line.Number);
    }

    /// <summary>Each with the version that was seen: what changed meanwhile is left alone and named.</summary>
    private async Task HandSelectedAsync()
    {
        _isBusy = true;
        var refused = new List<string>();
        foreach (var (number, version) in _selected)
        {
            var handed = await desk.HandAsync(new DeskAction(number, version, _who!.Actor), _receiver, null, _closed.Token);
            if (!handed.Succeeded)
                refused.Add($"{number}：{handed.Failure.Message}");
        }

        snackbar.Add(
            refused.Count == 0 ? $"{_selected.Count} 件已交给{NameOf(_receiver)}。" : $"{_selected.Count - refused.Count} 件已交办，{refused.Count} 件没有：{string.Join('；', refused)}",
            refused.Count == 0 ? Severity.Success : Severity.Warning);
        _selected.Clear();
        _isBusy = false;
        await LoadAsync();
    }

    private async Task HelpAsync() => await dialogs.ShowAsync<KeysDialog>("快捷键");

    private void Go(string name, ChangeEventArgs changed) => navigation.NavigateTo(Address(name, changed.Value as string));

    private string Address(string name, object? value)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["page"] = null, [name] = value is "" ? null : value };
        return navigation.GetUriWithQueryParameters(parameters);
    }

    private string NameOf(string user) => _members.FirstOrDefault(member => member.User == user)?.Profile.DisplayName ?? user;

    private static string Name(RequestState state) => state.Name();

    /// <summary>One more than is counted of what is over means: more.</summary>
    private static string Total(int total) => total == RequestList.MostCounted + 1
        ? string.Create(CultureInfo.InvariantCulture, $"{RequestList.MostCounted:N0} 以上")
        : total.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What makes it urgent comes first, then what stands in the way.</summary>
    private static IEnumerable<Finding> Why(QueueLine line) => line.Findings
        .OrderBy(finding => finding.Kind switch
        {
            FindingKind.Urgency => 0,
            FindingKind.Conflict or FindingKind.Duplicate => 1,
            FindingKind.Completeness or FindingKind.Jurisdiction => 2,
            _ => 3,
        })
        .Take(FindingsShown);
}
