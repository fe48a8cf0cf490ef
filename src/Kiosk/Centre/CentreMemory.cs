using System.Text.Json;
using LegalService.Kiosk.Keeping;

namespace LegalService.Kiosk.Centre;

/// <summary>What the centre said last; holds over a restart without a line. Nothing personal.</summary>
/// <param name="At">The centre's time then.</param>
/// <param name="Paused">Whether the machine was paused.</param>
/// <param name="Message">What the screen says with it; null for nothing.</param>
internal sealed record CentreWord(DateTimeOffset At, bool Paused, string? Message);

/// <summary>Keeps <see cref="CentreWord"/> on the disk.</summary>
internal sealed class CentreMemory(MachineFolders folders)
{
    /// <summary>Null when the centre has never been reached, or the file is broken.</summary>
    public CentreWord? Read()
    {
        try
        {
            return File.Exists(folders.CentreFile) ? JsonSerializer.Deserialize<CentreWord>(File.ReadAllBytes(folders.CentreFile)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes it.</summary>
    public void Write(CentreWord word) => DurableFile.Write(folders.CentreFile, JsonSerializer.SerializeToUtf8Bytes(word));
}
