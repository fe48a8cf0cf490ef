using LegalService.Kiosk.Screens.Forms;
using LegalService.Kiosk.Screens.Home;
using LegalService.Kiosk.Sessions;

namespace LegalService.Kiosk.Screens.Shell;

/// <summary>The way of one person from screen to screen, in memory only. Used by one circuit.</summary>
internal sealed class Journey(KioskSession session)
{
    private static readonly Screen Start = Screen.Of<HomeScreen>();

    private readonly Stack<Screen> _way = new([Start]);

    /// <summary>Another screen, or another step of the same one, is to be shown.</summary>
    public event Action? Changed;

    /// <summary>Counts what was shown: another number is another screen, or another step of the same one.</summary>
    public int Steps { get; private set; }

    /// <summary>What is shown.</summary>
    public Screen Current => _way.Peek();

    /// <summary>A form that was left for the first screen before it was sent; null: none.</summary>
    public Screen? Unfinished { get; private set; }

    /// <summary>Whether 返回 leads anywhere.</summary>
    public bool CanGoBack => _way.Count > 1;

    /// <summary>Shows the next screen.</summary>
    public void Go(Screen next)
    {
        session.Begin();
        _way.Push(next);
        Renew();
    }

    /// <summary>Shows the next screen in the place of this one.</summary>
    public void Swap(Screen next)
    {
        _way.Pop();
        Go(next);
    }

    /// <summary>Shows what something led to. From it the way goes to the first screen only: what was sent is not sent again.</summary>
    public void Arrive(Screen end)
    {
        Unfinished = null;
        _way.Clear();
        _way.Push(Start);
        Go(end);
    }

    /// <summary>Shows what was shown before, or the step before within the screen.</summary>
    public void Back()
    {
        if (Current.StepBack?.Invoke() != true && CanGoBack)
            _way.Pop();
        Renew();
    }

    /// <summary>Shows the first screen and forgets the way.</summary>
    public void Home()
    {
        Unfinished = _way.FirstOrDefault(screen => screen.Subject is FormWalk) ?? Unfinished;
        _way.Clear();
        _way.Push(Start);
        Renew();
    }

    /// <summary>Shows the next step of this screen.</summary>
    public void Renew()
    {
        Steps++;
        Changed?.Invoke();
    }
}
