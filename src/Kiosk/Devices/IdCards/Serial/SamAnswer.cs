namespace LegalService.Kiosk.Devices.IdCards.Serial;

/// <summary>What a machine asks of the module: command and parameter (GA 467-2013).</summary>
internal enum SamCommand : ushort
{
    /// <summary>Is the module well?</summary>
    Status = 0x11FF,

    /// <summary>Is there a card?</summary>
    Find = 0x2001,

    /// <summary>Take that card.</summary>
    Select = 0x2002,

    /// <summary>Read text and photo of the card.</summary>
    Read = 0x3001,

    /// <summary>Read the number of the card's chip; as long as the card lies there it needs no new look for it.</summary>
    ChipNumber = 0x3005,
}

/// <summary>An answer of the module.</summary>
/// <param name="Status">The module's own status, the third of the three.</param>
/// <param name="Data">What it read; empty when nothing.</param>
internal sealed record SamAnswer(byte Status, ReadOnlyMemory<byte> Data)
{
    private const byte Done = 0x90;
    private const byte Found = 0x9F;
    private const byte WrongCommand = 0x21;
    private const byte CardRefused = 0x31;
    private const byte CardNotGenuine = 0x32;
    private const byte ContentsNotGenuine = 0x33;
    private const byte NoIdentityCard = 0x40;

    /// <summary>It was done.</summary>
    public bool Succeeded => Status is Done or Found;

    /// <summary>The card is none, or none that can be believed, however often it is laid on.</summary>
    public bool IsHopeless => Status is CardRefused or CardNotGenuine or ContentsNotGenuine or NoIdentityCard;

    /// <summary>This module does not know the command.</summary>
    public bool IsUnknownCommand => Status == WrongCommand;
}
