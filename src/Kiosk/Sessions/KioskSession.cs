using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Sessions;

/// <summary>
/// One person's time at the screen, from the first touch to the end. It lives in memory with the connection of the screen; nothing of it is written down.
/// The clock runs here and not in the browser, so that a browser that hangs keeps nobody's data.
/// </summary>
internal sealed class KioskSession : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly SessionOptions _options;
    private readonly SessionRegister _register;
    private readonly ITimer _clock;
    private DateTimeOffset _touched;

    public KioskSession(TimeProvider time, IOptions<SessionOptions> options, SessionRegister register)
    {
        (_time, _options, _register) = (time, options.Value, register);
        _clock = time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something of the session changed: its modes, the countdown, its end. Said from any thread.</summary>
    public event Action? Changed;

    /// <summary>Tells sessions apart; means nothing outside of this process.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>How the person wants the screen.</summary>
    public Modes Modes { get; private set; } = new();

    /// <summary>Whether somebody began something: before that there is nothing to remove and no countdown.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>Why it is over; null while it is not.</summary>
    public EndReason? Ended { get; private set; }

    /// <summary>Seconds until everything is removed, for the countdown; null while none is to be seen.</summary>
    public int? SecondsLeft { get; private set; }

    /// <summary>Somebody touched the screen: the countdown begins anew.</summary>
    public void Touch()
    {
        if (Ended is not null)
            return;
        _touched = _time.GetUtcNow();
        _register.Touched();
        if (SecondsLeft is null)
            return;
        SecondsLeft = null;
        Changed?.Invoke();
    }

    /// <summary>Somebody left the first screen, or changed it.</summary>
    public void Begin()
    {
        Touch();
        if (IsBegun || Ended is not null)
            return;
        IsBegun = true;
        _register.Begun(this);
        _clock.Change(Beat, Beat);
    }

    /// <summary>Shows the screen another way.</summary>
    public void Show(Modes modes)
    {
        Begin();
        Modes = modes;
        Changed?.Invoke();
    }

    /// <summary>Ends it: everything that was typed, read or shown is removed. Ending it again does nothing.</summary>
    public void End(EndReason why)
    {
        if (Ended is not null)
            return;
        Ended = why;
        _clock.Dispose();
        _register.Over(this, why);
        Changed?.Invoke();
    }

    /// <summary>The connection of the screen is gone.</summary>
    public void Dispose()
    {
        // Its screen is gone: there is nobody to tell.
        Changed = null;
        End(EndReason.Disconnected);
    }

    private void Tick()
    {
        var left = (Modes.Elder ? _options.ElderIdleSeconds : _options.IdleSeconds) - (int)(_time.GetUtcNow() - _touched).TotalSeconds;
        if (left <= 0)
            End(EndReason.Idle);
        else if (left <= _options.CountdownSeconds && Ended is null)
        {
            SecondsLeft = left;
            Changed?.Invoke();
        }
    }
}
