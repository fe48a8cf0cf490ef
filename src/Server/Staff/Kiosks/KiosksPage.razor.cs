using LegalService.Casework;
using LegalService.Casework.Audit;
using LegalService.Casework.Kiosks;
using LegalService.Server.Staff.Access;
using LegalService.Server.Staff.Administration;
using MudBlazor;

namespace LegalService.Server.Staff.Kiosks;

/// <summary>The kiosks: how they are for everybody who can walk up to one, what is done with them for the administrator.</summary>
public sealed partial class KiosksPage : IDisposable
{
    private const int RefreshSeconds = 10;

    private readonly CancellationTokenSource _closed = new();

    private IReadOnlyList<KioskRow>? _rows;
    private KioskInvited? _told;
    private string? _problem;
    private bool _mayAct;

    private string Summary
    {
        get
        {
            var used = _rows!.Where(row => row.RevokedAt is null).ToList();
            var troubled = used.Count(row => row.Alarms.Any(alarm => alarm.IsSerious));
            return $"在用 {used.Count} 台，{(troubled == 0 ? "都正常。" : $"{troubled} 台要马上去看。")}";
        }
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _mayAct = (await SignedIn.GetAsync()).May(StaffPolicies.Administer);
        await ReadAsync();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(RefreshSeconds), Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_closed.Token))
            {
                await InvokeAsync(async () =>
                {
                    await ReadAsync();
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync() => _rows = await Desk.ListAsync(Bundle.State, _closed.Token);

    private static string StyleOf(KioskRow row) => row switch
    {
        { RevokedAt: not null } => "revoked",
        _ when row.Alarms.Any(alarm => alarm.IsSerious) => "troubled",
        _ when row.Alarms.Count > 0 => "noted",
        _ => "well",
    };

    private string StateOf(KioskRow row) => row switch
    {
        { RevokedAt: { } at } => $"已注销，{AdministrationWords.Moment(at)}",
        { PausedAt: { } at } => $"暂停使用，{AdministrationWords.Moment(at)} 起",
        { SeenAt: null } => $"刚登记（{AdministrationWords.Moment(row.EnrolledAt)}），还没有消息",
        { SeenAt: { } at } => $"最近一次消息：{KioskWords.Ago(at, Time.GetUtcNow())}",
    };

    private static string Others(KioskReport report) =>
        string.Join('，', report.Devices.Where(device => device.Kind != "printer" && device.State != DeviceStates.None).Select(device => $"{KioskWords.Device(device.Kind)}{KioskWords.State(device.State)}"))
            is { Length: > 0 } words ? words : "没有";

    private async Task InviteAsync()
    {
        var dialog = await Dialogs.ShowAsync<KioskDialog>("登记一台自助机");
        if (await dialog.Result is { Canceled: false, Data: KioskInvited told })
            _told = told;
    }

    private async Task EndAsync()
    {
        _told = null;
        await ReadAsync();
    }

    private async Task RenameAsync(KioskRow row)
    {
        var dialog = await Dialogs.ShowAsync<KioskDialog>($"改名 {row.Name}", new DialogParameters<KioskDialog> { { each => each.Row, row } });
        if (await dialog.Result is { Canceled: false })
            await ReadAsync();
    }

    private Task PauseAsync(KioskRow row) => SayAsync(
        row, $"暂停 {row.Name}", "屏幕上写什么（空着就写“暂停使用”）", row.Message, isNeeded: false, (by, words) => Desk.PauseAsync(row.Id, words, by, default));

    private Task TellAsync(KioskRow row) => SayAsync(
        row, $"在 {row.Name} 的屏幕上写一句话", "给居民看的话", row.Message, isNeeded: true,
        (by, words) => row.PausedAt is null ? Desk.TellAsync(row.Id, words, by, default) : Desk.PauseAsync(row.Id, words, by, default));

    private async Task SayAsync(KioskRow row, string title, string label, string? message, bool isNeeded, Func<Actor, string, Task<Result<bool>>> act)
    {
        var parameters = new DialogParameters<KioskMessageDialog>
        {
            { each => each.Label, label },
            { each => each.Message, message ?? "" },
            { each => each.IsNeeded, isNeeded },
        };
        var dialog = await Dialogs.ShowAsync<KioskMessageDialog>(title, parameters);
        if (await dialog.Result is { Canceled: false, Data: string words })
            await ActAsync(by => act(by, words));
    }

    private async Task RevokeAsync(KioskRow row)
    {
        var warning = row.Report is { Waiting: > 0 } report ? $"它还有 {report.Waiting} 件没有送到，注销以后就送不到了。" : "";
        if (await Dialogs.ShowMessageBoxAsync(
            "注销自助机", $"{warning}注销以后，{row.Name} 马上连不上中心，而且不能恢复；要再用就重新登记。确定吗？", "注销", cancelText: "不注销") is true)
            await ActAsync(by => Desk.RevokeAsync(row.Id, by, default));
    }

    private async Task ActAsync(Func<Actor, Task<Result<bool>>> act)
    {
        var done = await act((await SignedIn.GetAsync()).Actor);
        _problem = done.Failure?.Message;
        await ReadAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }
}
