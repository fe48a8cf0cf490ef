using LegalService.Kiosk.Sessions;

namespace LegalService.Kiosk.Devices.Printing;

/// <summary>Takes back what somebody who has gone wanted to print.</summary>
internal sealed class SessionPrints(SessionRegister sessions, IPrinter printer, ILogger<SessionPrints> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        sessions.Ended += Forget;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        sessions.Ended -= Forget;
        return Task.CompletedTask;
    }

    private void Forget(SessionEnd end) => _ = ForgetAsync(end.SessionId);

    private async Task ForgetAsync(string session)
    {
        try
        {
            await printer.ForgetAsync(session);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "What a session printed may still be in the print system");
        }
    }
}
