namespace LegalService.Kiosk.Screens.Shell;

/// <summary>A screen on the way somebody takes. It has no address: where somebody was stands in no history of the browser.</summary>
/// <param name="View">The component that shows it.</param>
/// <param name="Subject">What it is about; null when the view says it all.</param>
/// <param name="StepBack">Goes a step back within the screen and says whether there was one; null when it has no steps.</param>
internal sealed record Screen(Type View, object? Subject = null, Func<bool>? StepBack = null)
{
    /// <summary>A screen that a component shows.</summary>
    public static Screen Of<TView>(object? subject = null, Func<bool>? stepBack = null)
        where TView : KioskScreen => new(typeof(TView), subject, stepBack);

    /// <summary>What it is about.</summary>
    public T About<T>()
        where T : notnull => (T)Subject!;
}
