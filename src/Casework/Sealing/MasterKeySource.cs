using System.Security.Cryptography;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Sealing;

/// <summary>Finds the master key, or makes it on the first start, and refuses a key that is not the one the store was sealed with.</summary>
internal sealed class MasterKeySource(IOptions<StoreOptions> options, CaseworkStore store, ILogger<MasterKeySource> logger)
{
    private const int KeyBytes = 32;

    private byte[]? _key;

    /// <summary>32 bytes. Only after the start of the store.</summary>
    public ReadOnlySpan<byte> Key => _key ?? throw new InvalidOperationException("The store has not been started");

    /// <summary>Throws <see cref="InvalidOperationException"/> with a Chinese sentence when the key is malformed or another one.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var key = Configured() ?? FromFile() ?? await FirstKeyAsync(cancellation);
        var fingerprint = Convert.ToHexStringLower(HMACSHA256.HashData(key, "LegalService.KeyFingerprint"u8));
        var known = await FactAsync(StoreFact.KeyFingerprint, fingerprint, cancellation);
        if (known != fingerprint)
            throw new InvalidOperationException("Storage:MasterKey 或 keys/master.key 不是这个数据库用的密钥，个人信息会打不开。请换回原来的密钥再启动。");
        _key = key;
    }

    private string File => Path.Combine(options.Value.DataDirectory, "keys", "master.key");

    private byte[]? Configured() => options.Value.MasterKey is { Length: > 0 } text ? Decode(text, "Storage:MasterKey") : null;

    private byte[]? FromFile() => System.IO.File.Exists(File) ? Decode(System.IO.File.ReadAllText(File).Trim(), File) : null;

    private async Task<byte[]> FirstKeyAsync(CancellationToken cancellation)
    {
        var made = RandomNumberGenerator.GetBytes(KeyBytes);
        if (options.Value.Provider == StoreProvider.PostgreSql)
        {
            logger.LogWarning("No Storage:MasterKey: the key is kept in the database. Set Storage:MasterKey so that a copy of the database alone tells nothing");
            return Decode(await FactAsync(StoreFact.Key, Convert.ToBase64String(made), cancellation), "StoreFacts");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var draft = $"{File}.{Guid.NewGuid():N}";
        await using (var stream = new FileStream(draft, OwnerOnly()))
        await using (var writer = new StreamWriter(stream))
        {
            await writer.WriteAsync(Convert.ToBase64String(made));
        }

        // A second process that starts at the same moment takes the key of the first.
        try
        {
            System.IO.File.Move(draft, File);
        }
        catch (IOException) when (System.IO.File.Exists(File))
        {
            System.IO.File.Delete(draft);
        }

        return FromFile()!;
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>The stored fact; <paramref name="first"/> becomes it when there is none yet.</summary>
    private async Task<string> FactAsync(string name, string first, CancellationToken cancellation)
    {
        try
        {
            return await store.WriteAsync(
                async (context, token) =>
                {
                    if (await context.Set<StoreFact>().FindAsync([name], token) is { } fact)
                        return fact.Value;
                    context.Add(new StoreFact { Name = name, Value = first });
                    return first;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            return await store.ReadAsync((context, token) => context.Set<StoreFact>().Where(fact => fact.Name == name).Select(fact => fact.Value).SingleAsync(token), cancellation);
        }
    }

    private static byte[] Decode(string text, string source)
    {
        var key = new byte[KeyBytes + 1];
        if (Convert.TryFromBase64String(text, key, out var length) && length == KeyBytes)
            return key[..KeyBytes];
        throw new InvalidOperationException($"{source}：密钥要是 32 个字节的 Base64");
    }
}
