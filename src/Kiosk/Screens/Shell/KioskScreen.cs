using LegalService.Kiosk.Centre;
using LegalService.Kiosk.LocalCopy;
using LegalService.Kiosk.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LegalService.Kiosk.Screens.Shell;

/// <summary>What every screen has at hand.</summary>
public abstract class KioskScreen : ComponentBase
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The texts of the screens, in the chosen language.</summary>
    [Inject]
    internal IStringLocalizer T { get; set; } = default!;

    [Inject]
    internal Journey Journey { get; set; } = default!;

    [Inject]
    internal KioskSession Session { get; set; } = default!;

    [Inject]
    internal Library Library { get; set; } = default!;

    [Inject]
    internal Line Line { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    /// <summary>This screen.</summary>
    [CascadingParameter]
    internal Screen Here { get; set; } = default!;

    /// <summary>The day in Beijing.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Beijing).DateTime);

    /// <summary>A moment as clocks in Beijing show it.</summary>
    internal static DateTimeOffset InBeijing(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Beijing);
}
