using System.Security.Cryptography;

namespace LegalService.Kiosk.Keeping;

/// <summary>The two keys of this machine: one that its outbox is sealed with, one that it shows the centre who it is with.</summary>
internal sealed class MachineKeys
{
    private const int SealingBytes = 32;

    private readonly string _devicePath;

    /// <summary>Reads the keys, or makes them at the first start.</summary>
    /// <exception cref="InvalidOperationException">A key can be read by others, or is none.</exception>
    public MachineKeys(MachineFolders folders)
    {
        folders.Create();
        _devicePath = Path.Combine(folders.Keys, "device.key");
        Sealing = KeyFile.ReadOrMake(Path.Combine(folders.Keys, "outbox.key"), () => RandomNumberGenerator.GetBytes(SealingBytes));
        if (Sealing.Length != SealingBytes)
            throw new InvalidOperationException($"{folders.Keys}/outbox.key 不是完整的密钥");
        using var device = Device();
    }

    /// <summary>32 bytes.</summary>
    public byte[] Sealing { get; }

    /// <summary>The machine's key, ECDSA over P-256; the caller disposes of it.</summary>
    public ECDsa Device()
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(KeyFile.ReadOrMake(_devicePath, MakeDevice), out _);
        return key;
    }

    /// <summary>Forgets the machine's key: the next enrolment is with another one.</summary>
    public void ForgetDevice() => DurableFile.Remove(_devicePath);

    private static byte[] MakeDevice()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
