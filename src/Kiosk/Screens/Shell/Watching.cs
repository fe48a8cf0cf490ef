using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LegalService.Kiosk.Screens.Shell;

/// <summary>What stands around the screens is drawn anew whenever the way, the session or the line changes.</summary>
public abstract class Watching : ComponentBase, IDisposable
{
    /// <summary>The texts of the screens, in the chosen language.</summary>
    [Inject]
    internal IStringLocalizer T { get; set; } = default!;

    [Inject]
    internal Journey Journey { get; set; } = default!;

    [Inject]
    internal KioskSession Session { get; set; } = default!;

    [Inject]
    internal Line Line { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Journey.Changed -= OnChanged;
        Session.Changed -= OnChanged;
        Line.Changed -= OnChanged;
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Journey.Changed += OnChanged;
        Session.Changed += OnChanged;
        Line.Changed += OnChanged;
    }

    /// <summary>Called on any thread; a circuit that is just going away is not drawn.</summary>
    private protected virtual void OnChanged() => _ = InvokeAsync(StateHasChanged);
}
