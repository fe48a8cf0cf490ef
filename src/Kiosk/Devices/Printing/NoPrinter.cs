namespace LegalService.Kiosk.Devices.Printing;

/// <summary>A kiosk without a printer.</summary>
internal sealed class NoPrinter : IPrinter
{
    public Task<PrintState> PrintAsync(Printout printout, string session, IProgress<PrintState>? progress = null, CancellationToken cancel = default) =>
        Task.FromResult(PrintState.NoPrinter);

    public Task ForgetAsync(string session) => Task.CompletedTask;
}
