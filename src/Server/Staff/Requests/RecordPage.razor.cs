using LegalService.Casework;
using LegalService.Casework.Dispatches;
using LegalService.Casework.Places;
using LegalService.Casework.Referrals;
using LegalService.Casework.Requests;
using LegalService.Casework.Staff;
using LegalService.Casework.Triage;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LegalService.Server.Staff.Requests;

/// <summary>One request: what the citizen said, what the law's clock says, what can be done.</summary>
public sealed partial class RecordPage(
    RequestDesk desk, ReferralDesk referrals, RequestList list, RequestWatch watch, RecordPresence presence, StaffDirectory staff, SignedInClerk signedIn, IDialogService dialogs,
    ISnackbar snackbar) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<StaffRow> _members = [];
    private IReadOnlyList<string> _others = [];
    private IReadOnlyList<QueueLine> _related = [];
    private QueueLine? _own;
    private RequestRecord? _record;
    private IDisposable? _listening;
    private Clerk? _who;
    private string? _failure;
    private string _seenPaper = "";
    private bool _isUncovered;
    private bool _isStale;
    private bool _isBusy;

    /// <summary>As on the slip.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    [Inject]
    private PlaceCatalog Places { get; set; } = default!;

    [Inject]
    private ServiceCatalog Catalog { get; set; } = default!;

    [Inject]
    private AssigneeSuggestions Suggestions { get; set; } = default!;

    [Inject]
    private Microsoft.Extensions.Options.IOptions<RequestOptions> Options { get; set; } = default!;

    [Inject]
    private DispatchDesk Orders { get; set; } = default!;

    [Inject]
    private VolunteerCatalog Volunteers { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private bool IsCallingUnsafe => _record is { } record && record.Findings.Any(IsAboutCalling);

    private IEnumerable<string> PhoneFields =>
        new[] { FieldRole.ApplicantPhone, FieldRole.HelperPhone }.Select(role => Definition?.FieldOf(role)?.Id).OfType<string>();

    private ServiceDefinition? Definition => _record is { } record ? Catalog.Find(record.Service) : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        await _closed.CancelAsync();
        _closed.Dispose();
        if (_who is { } who)
            await presence.LeaveAsync(Number, who.User, CancellationToken.None);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _who = await signedIn.GetAsync();
        _members = await staff.ListAsync(_closed.Token);
        _listening = watch.Listen(news => InvokeAsync(() => Hear(news)));
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _who ??= await signedIn.GetAsync();
        (_isUncovered, _record) = (false, null);
        await LoadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = BeSeenAsync();
    }

    private async Task LoadAsync()
    {
        var read = await desk.GetAsync(Number, _who!.Actor, _closed.Token);
        (_record, _failure, _isStale) = (read.Value, read.Succeeded ? null : "没有这个编号的办件。请核对编号。", false);
        if (_record is not { } record)
            return;
        List<string> related = [.. record.Findings.SelectMany(finding => finding.Related).Distinct(StringComparer.Ordinal)];
        var lines = related.Count == 0 ? [] : await list.FindAsync([.. related, record.Number], _closed.Token);
        _own = lines.FirstOrDefault(line => line.Number == record.Number);
        _related = [.. lines.Where(line => line.Number != record.Number)];
    }

    /// <summary>Says that the record is open, again and again until it is closed.</summary>
    private async Task BeSeenAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(RecordPresence.Every, Time);
            do
            {
                _others = await presence.SeeAsync(Number, _who!.User, _closed.Token);
                await InvokeAsync(StateHasChanged);
            }
            while (await timer.WaitForNextTickAsync(_closed.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }

    private void Hear(IReadOnlyList<RequestNews> news)
    {
        if (_record is not { } record || !news.Any(change => change.Number == record.Number && change.Version > record.Version))
            return;
        _isStale = true;
        StateHasChanged();
    }

    private async Task UncoverAsync() => _isUncovered = (await desk.UncoverAsync(_record!.Number, _who!.Actor, _closed.Token)).Succeeded;

    private async Task PaperSeenAsync()
    {
        var paper = _seenPaper;
        _seenPaper = "";
        await DoAsync(new RecordAct((desk, action, cancellation) => desk.PaperSeenAsync(action, paper, cancellation)), "已记下来。");
    }

    /// <summary>Does it. If somebody was faster, the clerk sees what changed, and nothing he wrote is lost.</summary>
    private async Task DoAsync(RecordAct act, string done)
    {
        _isBusy = true;
        var version = _record!.Version;
        while (true)
        {
            var result = await act.RunAsync(desk, new DeskAction(_record.Number, version, _who!.Actor, act.Message, act.Note), _closed.Token);
            if (result.Succeeded)
            {
                snackbar.Add(done, Severity.Success);
                break;
            }

            if (result.Failure is not { Code: "request.changed" } changed)
            {
                snackbar.Add(result.Failure.Message, Severity.Error);
                break;
            }

            if (!await ConfirmAsync(changed))
                break;
            version = (int)changed.Details["version"]!;
        }

        _isBusy = false;
        await LoadAsync();
    }

    private Task TakeBackAsync() =>
        DoAsync(new RecordAct((desk, action, cancellation) => desk.TakeBackAsync(action, cancellation)), "已撤销，申请人不会收到通知。");

    private async Task<bool> ConfirmAsync(Failure changed)
    {
        var parameters = new DialogParameters<ChangedDialog>
        {
            { dialog => dialog.Changes, (IReadOnlyList<RequestChange>)changed.Details["changes"]! },
            { dialog => dialog.NameOf, by => NameOf(Shell.StaffWords.Person(by)) },
        };
        var shown = await dialogs.ShowAsync<ChangedDialog>("办件有了变化", parameters);
        return await shown.Result is { Canceled: false };
    }

    private bool IsAboutCalling(Finding finding) => Options.Value.UnsafePhoneRules.Contains(finding.Rule, StringComparer.Ordinal);

    private string NameOf(string user) => _members.FirstOrDefault(member => member.User == user)?.Profile.DisplayName ?? user;

    private string FileAddress(string id, string query = "") => $"/api/v1/staff/requests/{_record!.Number}/files/{Uri.EscapeDataString(id)}{query}";

    private static string SizeOf(long bytes) =>
        bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.0} MB");
}
