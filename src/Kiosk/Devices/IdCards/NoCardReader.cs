namespace LegalService.Kiosk.Devices.IdCards;

/// <summary>A kiosk without a card reader.</summary>
internal sealed class NoCardReader : IIdCardReader
{
    public Task<CardReading> ReadAsync(CancellationToken cancel) => Task.FromResult<CardReading>(new CardReading.NoReader());

    public Task WaitUntilTakenAsync(CancellationToken cancel) => Task.CompletedTask;
}
