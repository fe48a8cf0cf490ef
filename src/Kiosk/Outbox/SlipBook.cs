using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LegalService.Contracts;
using LegalService.Kiosk.Keeping;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Outbox;

/// <summary>What has become of what was kept, for whoever brings the slip.</summary>
/// <param name="Request">Number, pickup code and deadlines; null unless the centre has a request of it.</param>
/// <param name="CallDueAt">By when the office calls back; null for everything else.</param>
/// <param name="Refusal">Why the centre did not take it, in Chinese; null when it did.</param>
internal sealed record SlipRecord(SubmissionResponse? Request = null, DateTimeOffset? CallDueAt = null, string? Refusal = null);

/// <summary>
/// Keeps what has become of things for some days, each sealed with its own slip: a pickup code opens a matter, so that a machine that is stolen must not hold any.
/// </summary>
internal sealed class SlipBook(MachineFolders folders, MachineKeys keys, IOptions<OutboxOptions> options, TimeProvider time)
{
    private const int NameBytes = 16;

    /// <summary>Under which name a slip is known; does not tell the slip.</summary>
    public string NameOf(string slip) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.Sealing, Encoding.UTF8.GetBytes($"slip/{slip}"))[..NameBytes]);

    /// <summary>Notes what has become of it.</summary>
    public void Write(string slip, SlipRecord record)
    {
        var name = NameOf(slip);
        var path = Path.Combine(folders.Slips, name);
        DurableFile.Write(path, SealedBox.Seal(Key(slip), JsonSerializer.SerializeToUtf8Bytes(record), name));
        File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
    }

    /// <summary>Null when nothing is known of it, or no longer.</summary>
    public SlipRecord? Read(string slip)
    {
        var name = NameOf(slip);
        var path = Path.Combine(folders.Slips, name);
        return File.Exists(path) && SealedBox.TryOpen(Key(slip), File.ReadAllBytes(path), name) is { } plain ? JsonSerializer.Deserialize<SlipRecord>(plain) : null;
    }

    /// <summary>Removes what is too long ago.</summary>
    public void Sweep()
    {
        var before = time.GetUtcNow().AddDays(-options.Value.KeepSlipDays).UtcDateTime;
        foreach (var path in Directory.GetFiles(folders.Slips).Where(path => File.GetLastWriteTimeUtc(path) < before))
            DurableFile.Remove(path);
    }

    /// <summary>Removes all.</summary>
    public void Clear()
    {
        foreach (var path in Directory.GetFiles(folders.Slips))
            DurableFile.Remove(path);
    }

    private byte[] Key(string slip) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(slip), 32, keys.Sealing, "LegalService/slip/1"u8.ToArray());
}
