using System.Collections.Concurrent;
using System.Text.Json;
using LegalService.Kiosk.Keeping;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Outbox;

/// <summary>
/// What waits, a sealed file each. An entry is there from the moment in which <see cref="Add"/> returns until the centre has it, whatever happens to the process or
/// the power. Only ids and times are held in memory. Thread safe, one writer for each entry.
/// </summary>
internal sealed class OutboxStore
{
    private readonly MachineFolders _folders;
    private readonly MachineKeys _keys;
    private readonly SlipBook _slips;
    private readonly OutboxOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxStore> _logger;
    private readonly ConcurrentDictionary<Guid, OutboxItem> _waiting = new();

    /// <summary>Takes up what was there before.</summary>
    public OutboxStore(MachineFolders folders, MachineKeys keys, SlipBook slips, IOptions<OutboxOptions> options, TimeProvider time, ILogger<OutboxStore> logger)
    {
        (_folders, _keys, _slips, _options, _time, _logger) = (folders, keys, slips, options.Value, time, logger);
        foreach (var path in Directory.GetFiles(folders.Waiting))
            TakeUp(path);
    }

    /// <summary>What waits, in no order.</summary>
    public IReadOnlyCollection<OutboxItem> Waiting => [.. _waiting.Values];

    /// <summary>How many the centre did not take after the citizen had gone.</summary>
    public int Refused => Directory.GetFiles(_folders.Refused).Length;

    /// <summary>How many cannot be opened.</summary>
    public int Torn => Directory.GetFiles(_folders.Torn).Length;

    /// <summary>Writes an entry. Throws <see cref="IOException"/> when it cannot be kept; then nothing of it is.</summary>
    public void Add(OutboxEntry entry)
    {
        Replace(entry);
        _waiting[entry.Id] = new(entry.Id, _slips.NameOf(entry.Slip), entry.MadeAt);
    }

    /// <summary>Writes an entry anew, as a whole or not at all.</summary>
    public void Replace(OutboxEntry entry) =>
        DurableFile.Write(PathOf(entry.Id), SealedBox.Seal(_keys.Sealing, JsonSerializer.SerializeToUtf8Bytes(entry), NameOf(entry.Id)));

    /// <summary>An entry; null when it is gone, or can no longer be opened and was set aside.</summary>
    public OutboxEntry? Open(Guid id)
    {
        var path = PathOf(id);
        if (!File.Exists(path))
            return null;
        if (Read(path) is { } entry)
            return entry;
        SetAside(path);
        return null;
    }

    /// <summary>The centre has it, or the citizen was told that it does not take it: nothing of it stays.</summary>
    public void Remove(Guid id)
    {
        DurableFile.Remove(PathOf(id));
        _waiting.TryRemove(id, out _);
    }

    /// <summary>The centre did not take it and the citizen has gone: it is kept for the staff.</summary>
    public void Refuse(Guid id)
    {
        Shelve(PathOf(id), _folders.Refused);
        _waiting.TryRemove(id, out _);
    }

    /// <summary>Removes what was refused or torn too long ago.</summary>
    public void Sweep()
    {
        var before = _time.GetUtcNow().AddDays(-_options.KeepRefusedDays).UtcDateTime;
        foreach (var path in Directory.GetFiles(_folders.Refused).Concat(Directory.GetFiles(_folders.Torn)).Where(path => File.GetLastWriteTimeUtc(path) < before))
            DurableFile.Remove(path);
    }

    private void TakeUp(string path)
    {
        // Nobody was told that it is kept: the machine stopped before.
        if (path.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal))
        {
            _logger.LogWarning("An entry of the outbox was never finished");
            DurableFile.Remove(path);
        }
        else if (Read(path) is { } entry)
        {
            _waiting[entry.Id] = new(entry.Id, _slips.NameOf(entry.Slip), entry.MadeAt);
        }
        else
        {
            SetAside(path);
        }
    }

    private void SetAside(string path)
    {
        _logger.LogError("An entry of the outbox cannot be opened and is set aside: {Name}", Path.GetFileName(path));
        Shelve(path, _folders.Torn);
        if (Guid.TryParse(Path.GetFileNameWithoutExtension(path), out var id))
            _waiting.TryRemove(id, out _);
    }

    private OutboxEntry? Read(string path)
    {
        try
        {
            return SealedBox.TryOpen(_keys.Sealing, File.ReadAllBytes(path), Path.GetFileName(path)) is { } plain ? JsonSerializer.Deserialize<OutboxEntry>(plain) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Puts a file aside, dated by the clock that is right.</summary>
    private void Shelve(string path, string folder)
    {
        File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime);
        DurableFile.Move(path, folder);
    }

    private string PathOf(Guid id) => Path.Combine(_folders.Waiting, NameOf(id));

    private static string NameOf(Guid id) => $"{id:N}.sealed";
}
