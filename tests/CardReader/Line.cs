namespace LegalService.CardReader;

/// <summary>The reader's end of a serial line.</summary>
internal static class Line
{
    /// <summary>Opens it, unbuffered.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0, FileOptions.Asynchronous);
}
