namespace LegalService.Kiosk.Devices;

/// <summary>What stands beside the screen.</summary>
internal enum DeviceKind
{
    /// <summary>Prints slips and documents.</summary>
    Printer,

    /// <summary>Reads resident identity cards.</summary>
    IdReader,

    /// <summary>Reads the QR codes of slips.</summary>
    Scanner,

    /// <summary>Takes still pictures of papers.</summary>
    Camera,
}

/// <summary>How a device is; in the heartbeat by the same names.</summary>
internal enum DeviceState
{
    /// <summary>There is none here: the kiosk offers nothing that needs it.</summary>
    None,

    /// <summary>It works.</summary>
    Ok,

    /// <summary>A printer that works, and somebody should bring paper.</summary>
    PaperLow,

    /// <summary>A printer without paper: what is printed comes out when there is some.</summary>
    PaperOut,

    /// <summary>A printer whose paper is stuck, or whose cover is open.</summary>
    Jam,

    /// <summary>It answers that it cannot work.</summary>
    Failed,

    /// <summary>It does not answer, or was unplugged.</summary>
    Offline,
}

/// <summary>What a citizen can do with a device.</summary>
internal enum Capability
{
    /// <summary>Take something home on paper.</summary>
    Print,

    /// <summary>Show who one is with an identity card.</summary>
    ReadCard,

    /// <summary>Hold a slip's QR code before the scanner.</summary>
    Scan,

    /// <summary>Photograph a paper.</summary>
    Photograph,
}
