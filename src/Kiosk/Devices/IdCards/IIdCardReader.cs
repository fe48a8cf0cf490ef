namespace LegalService.Kiosk.Devices.IdCards;

/// <summary>The kiosk's reader of resident identity cards (二代居民身份证). Whether it works stands in <see cref="DeviceHealth"/>.</summary>
internal interface IIdCardReader
{
    /// <summary>
    /// Waits until a card is laid on and reads it. One card at a time: nothing of a card that was swapped while it was read is ever mixed into another's.
    /// The card's photo is not taken over.
    /// </summary>
    /// <param name="cancel">The citizen gave up waiting; ends in an <see cref="OperationCanceledException"/>.</param>
    Task<CardReading> ReadAsync(CancellationToken cancel);

    /// <summary>Waits until the card that was read last lies there no more; returns at once when the reader cannot tell.</summary>
    /// <param name="cancel">The citizen gave up waiting; ends in an <see cref="OperationCanceledException"/>.</param>
    Task WaitUntilTakenAsync(CancellationToken cancel);
}

/// <summary>What reading a card gave. The text of each failure is <see cref="TextKey"/>.</summary>
internal abstract record CardReading
{
    private CardReading()
    {
    }

    /// <summary>Key of what the citizen is told, such as <c>devices.card.tooQuick</c>.</summary>
    public abstract string TextKey { get; }

    /// <summary>A card was read whole and its number is a possible one.</summary>
    /// <param name="Card">What stands on it.</param>
    internal sealed record Read(IdCard Card) : CardReading
    {
        public override string TextKey => "devices.card.take";
    }

    /// <summary>A permanent residence card of a foreigner (外国人永久居留身份证): no number of a resident, so its holder types and shows it at the window.</summary>
    /// <param name="Name">The Chinese name where the card has one, else the name in Latin letters.</param>
    internal sealed record Foreign(string Name) : CardReading
    {
        public override string TextKey => "devices.card.foreign";
    }

    /// <summary>The card was taken away, or another one laid on, before it was read: again, slower.</summary>
    internal sealed record TooQuick : CardReading
    {
        public override string TextKey => "devices.card.tooQuick";
    }

    /// <summary>It is damaged, no identity card, or carries a number that cannot be one.</summary>
    internal sealed record Unreadable : CardReading
    {
        public override string TextKey => "devices.card.unreadable";
    }

    /// <summary>The reader itself does not work, or there is none.</summary>
    internal sealed record NoReader : CardReading
    {
        public override string TextKey => "devices.card.noReader";
    }
}
