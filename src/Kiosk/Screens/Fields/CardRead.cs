using LegalService.Kiosk.Devices.IdCards;

namespace LegalService.Kiosk.Screens.Fields;

/// <summary>A card that was read with its holder's consent.</summary>
public sealed class CardRead
{
    internal CardRead(IdCard card) => Card = card;

    /// <summary>What stands on it.</summary>
    internal IdCard Card { get; }
}
