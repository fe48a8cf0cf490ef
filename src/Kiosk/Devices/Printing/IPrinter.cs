namespace LegalService.Kiosk.Devices.Printing;

/// <summary>The kiosk's printer. Whether it works stands in <see cref="DeviceHealth"/>.</summary>
internal interface IPrinter
{
    /// <summary>
    /// Prints and waits until the paper is out, or until it is clear that it will not be. A lack of paper or a jam is waited for, told through
    /// <paramref name="progress"/>, for as long as the setting <c>Devices:Printer:WaitForPaper</c> says.
    /// </summary>
    /// <param name="printout">What is printed.</param>
    /// <param name="session">The id of the session it belongs to: <see cref="ForgetAsync"/> finds it by that.</param>
    /// <param name="progress">Hears every change, on any thread. Null: nobody wants to know.</param>
    /// <param name="cancel">Takes the job back from the printer.</param>
    /// <returns>How it ended; <see cref="PrintState.NoPrinter"/> at once when there is no printer here.</returns>
    Task<PrintState> PrintAsync(Printout printout, string session, IProgress<PrintState>? progress = null, CancellationToken cancel = default);

    /// <summary>
    /// Takes back all jobs of a session, prints none of them any more and removes every trace of them from the print system. For the end of the session;
    /// does not fail when the print system is down.
    /// </summary>
    Task ForgetAsync(string session);
}

/// <summary>How far a printout is. Its text is <c>devices.print.</c> and the name: <c>devices.print.waitingForPaper</c>.</summary>
internal enum PrintState
{
    /// <summary>It was handed to the printer.</summary>
    Sent,

    /// <summary>The printer works on it.</summary>
    Printing,

    /// <summary>The printer has no paper; it goes on by itself when there is some.</summary>
    WaitingForPaper,

    /// <summary>Paper is stuck or a cover is open; it goes on by itself when that is put right.</summary>
    Jammed,

    /// <summary>End: it is on paper.</summary>
    Done,

    /// <summary>End: taken back, by the citizen or by the end of the session.</summary>
    Cancelled,

    /// <summary>End: the printer cannot; nothing will come out any more.</summary>
    Failed,

    /// <summary>End: there is no printer here.</summary>
    NoPrinter,
}
