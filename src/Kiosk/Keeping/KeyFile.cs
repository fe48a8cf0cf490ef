namespace LegalService.Kiosk.Keeping;

/// <summary>A key of this machine in a file that only the kiosk's own user may read.</summary>
internal static class KeyFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The key; made anew when there is none.</summary>
    /// <exception cref="InvalidOperationException">Others may read the file: a key that somebody may have taken is none.</exception>
    public static byte[] ReadOrMake(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
            DurableFile.Write(path, make());
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            throw new InvalidOperationException($"{path}：这个密钥文件别的用户也能看，不能用。请改成只有自助机程序的用户能读（chmod 600），再启动。");
        return File.ReadAllBytes(path);
    }
}
