using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace LegalService.Kiosk.Keeping;

/// <summary>
/// Files that are there as a whole or not at all, also when the power fails in the middle: written beside their place, brought to the disk, put in place in one
/// step, and the folder brought to the disk as well. Only the kiosk's own user may read them.
/// </summary>
internal static class DurableFile
{
    /// <summary>What the name of an unfinished file ends with.</summary>
    public const string Unfinished = ".unfinished";

    /// <summary>When this returns the file survives a power cut. Throws <see cref="IOException"/> when the disk is full or broken; then nothing is left.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var draft = path + Unfinished;
        try
        {
            using (var stream = new FileStream(draft, OwnerOnly()))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(draft);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>
    /// Removes a file for good. It is overwritten first, which means something on a disk that writes in place; what is written here is sealed anyhow.
    /// </summary>
    public static void Remove(string path)
    {
        if (!File.Exists(path))
            return;
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            var nothing = new byte[8192];
            for (var left = stream.Length; left > 0; left -= nothing.Length)
                stream.Write(nothing, 0, (int)Math.Min(left, nothing.Length));
            stream.Flush(flushToDisk: true);
        }

        File.Delete(path);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Puts a file into another folder.</summary>
    public static void Move(string path, string folder)
    {
        File.Move(path, Path.Combine(folder, Path.GetFileName(path)), overwrite: true);
        FlushFolder(folder);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Brings the names in a folder to the disk.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        // .NET opens no folders.
        var handle = Posix.Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (handle < 0)
            throw new IOException($"Cannot open {folder}", new Win32Exception(Marshal.GetLastPInvokeError()));
        var failed = Posix.Flush(handle) != 0;
        _ = Posix.Close(handle);
        if (failed)
            throw new IOException($"Cannot flush {folder}");
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static class Posix
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Flush(int handle);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int handle);
    }
}
