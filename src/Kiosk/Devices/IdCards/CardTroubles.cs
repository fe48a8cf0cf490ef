namespace LegalService.Kiosk.Devices.IdCards;

/// <summary>
/// Tells a card that was taken away too soon from one that cannot be read: a reader says the same of both, but who lays the same card on again and again has
/// one that cannot be read.
/// </summary>
internal sealed class CardTroubles
{
    private const int Patience = 3;

    private int _inARow;

    /// <summary>A card was there and was not read.</summary>
    public CardReading Missed()
    {
        if (++_inARow < Patience)
            return new CardReading.TooQuick();
        _inARow = 0;
        return new CardReading.Unreadable();
    }

    /// <summary>A card was read, or is known to be unreadable.</summary>
    public CardReading Clear(CardReading reading)
    {
        _inARow = 0;
        return reading;
    }
}
