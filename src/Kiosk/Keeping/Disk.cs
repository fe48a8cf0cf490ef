using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Keeping;

/// <summary>The disk that the data directory lies on.</summary>
internal sealed class Disk(MachineFolders folders, IOptions<KeepingOptions> options)
{
    /// <summary>Bytes that are free.</summary>
    public long FreeBytes => new DriveInfo(folders.Root).AvailableFreeSpace;

    /// <summary>True when less is free than a submission with its pictures may need.</summary>
    public bool IsFull => FreeBytes < options.Value.LeastFreeBytes;
}
