namespace LegalService.Kiosk.Centre;

/// <summary>How this machine stands with the centre, and what a citizen can do in that state.</summary>
/// <param name="State">The state.</param>
/// <param name="IsUp">Whether the centre answers, whatever else is the matter.</param>
/// <param name="Message">What the staff have the screen say: on top, or in its place while the machine is paused; null for nothing.</param>
internal sealed record LineStatus(LineState State, bool IsUp, string? Message = null)
{
    /// <summary>True when what needs the centre at once works: looking up, booking, fetching a document.</summary>
    public bool Reaches => IsUp && (State is LineState.Online or LineState.ClockWrong or LineState.DiskFull);

    /// <summary>True when a submission is taken: sent at once, or kept here until it can be sent.</summary>
    public bool Takes => State
        is LineState.Starting or LineState.Online or LineState.Offline or LineState.ClockWrong or LineState.ServerNewer or LineState.ServerOlder;

    /// <summary>True when what is kept here goes to the centre now; a paused machine still delivers.</summary>
    public bool Delivers => Reaches || (IsUp && State == LineState.Paused);

    /// <summary>True when the screen offers nothing but the reason: neither questions nor guides.</summary>
    public bool IsClosed => State is LineState.Paused or LineState.Revoked;

    /// <summary>Key of the sentence that the screen shows, among the texts; in a pause <see cref="Message"/> stands for it where there is one.</summary>
    public string TextKey => $"line.{char.ToLowerInvariant(State.ToString()[0])}{State.ToString()[1..]}";
}
