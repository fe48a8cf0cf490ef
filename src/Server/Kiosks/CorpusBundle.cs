using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Kiosks;
using LegalService.Casework.Places;
using LegalService.Contracts;
using LegalService.Server.Api;
using Microsoft.Extensions.Options;

namespace LegalService.Server.Kiosks;

/// <summary>The corpus that kiosks should have, packed and signed.</summary>
/// <param name="Path">Of the ZIP file.</param>
/// <param name="Since">Since when this server has it.</param>
/// <param name="Response">As kiosks are told.</param>
internal sealed record PackedCorpus(string Path, DateTimeOffset Since, KioskCorpusResponse Response);

/// <summary>
/// Packs the corpus once a kiosk has asked for it, and anew whenever a file of it changes. Its version comes from the contents alone: servers with the same
/// files have the same one.
/// </summary>
internal sealed class CorpusBundle(
    BundleFiles files, PlaceCatalog places, PlaceClosures closures, CentreKey key, IOptions<BundleOptions> options, TimeProvider time, ILogger<CorpusBundle> logger) : BackgroundService
{
    private const int VersionDigits = 16;

    /// <summary>Every entry says so, for the file must not depend on when it was packed.</summary>
    private static readonly DateTimeOffset Entered = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = MakeJson();

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile PackedCorpus? _current;
    private volatile PackedCorpus? _former;

    /// <summary>What a kiosk should have; null while the first is put together, which begins when the first kiosk asks.</summary>
    public PackedCorpus? Ask()
    {
        _asked.TrySetResult();
        return _current;
    }

    /// <summary>The one of that version, also the one before it, which a kiosk may be in the middle of; null for any other.</summary>
    public PackedCorpus? Find(string version) => Array.Find([_current, _former], packed => packed?.Response.Version == version);

    /// <summary>What kiosks should have, for the alarms.</summary>
    public CentreState State => new(KioskHeartbeatRequest.CurrentApi, _current?.Response.Version, _current?.Since ?? time.GetUtcNow());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _asked.Task.WaitAsync(stoppingToken);
        string? packed = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (list, offices) = (files.List(), await OfficesAsync(stoppingToken));
                var stamp = BundleFiles.Stamp(list) + Convert.ToHexStringLower(SHA256.HashData(offices));
                if (stamp != packed)
                {
                    await PackAsync(list, offices, stoppingToken);
                    packed = stamp;
                }
            }
            // A file that went away between being listed and being read is there, or not listed, at the next look.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The corpus for kiosks could not be packed; the one before stays in use");
            }

            await Task.Delay(options.Value.CheckEvery, time, stoppingToken);
        }
    }

    /// <summary>The offices with the days on which they are closed. Whether one is open is known at the kiosk, when somebody asks.</summary>
    private async Task<byte[]> OfficesAsync(CancellationToken cancellation)
    {
        var known = await closures.OfAsync([.. places.Offices.Select(office => places.At(office, time.GetUtcNow()))], cancellation);
        return JsonSerializer.SerializeToUtf8Bytes(known.Select(place => place.ToResponse() with { OpenNow = false, OpensNext = null }), Json);
    }

    private async Task PackAsync(IReadOnlyList<BundleFile> list, byte[] offices, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Value.Folder);
        var unfinished = Path.Combine(options.Value.Folder, $".{Guid.NewGuid():N}");
        try
        {
            var version = await WriteAsync(unfinished, list, offices, cancellation);
            if (version == _current?.Response.Version)
                return;
            var (bytes, sha256) = await MeasureAsync(unfinished, cancellation);
            var unsigned = new KioskCorpusResponse(version, bytes, sha256, "");
            var path = Path.Combine(options.Value.Folder, $"{version}.zip");
            var response = unsigned with { Signature = await key.SignAsync(unsigned.SignedText, cancellation) };
            File.Move(unfinished, path, overwrite: true);
            (_former, _current) = (_current, new PackedCorpus(path, time.GetUtcNow(), response));
        }
        finally
        {
            File.Delete(unfinished);
        }

        RemoveOthers();
        logger.LogInformation("Corpus {Version} for kiosks: {Files} files, {Bytes} bytes", _current!.Response.Version, list.Count, _current.Response.Bytes);
    }

    private static async Task<string> WriteAsync(string path, IReadOnlyList<BundleFile> list, byte[] offices, CancellationToken cancellation)
    {
        using var contents = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var one in list)
            await AddAsync(archive, contents, one.Name, await File.ReadAllBytesAsync(one.Path, cancellation), cancellation);
        await AddAsync(archive, contents, KioskCorpusResponse.PlacesFile, offices, cancellation);
        return Convert.ToHexStringLower(contents.GetHashAndReset())[..VersionDigits];
    }

    private static async Task AddAsync(ZipArchive archive, IncrementalHash contents, string name, byte[] bytes, CancellationToken cancellation)
    {
        contents.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
        contents.AppendData(bytes);
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Entered;
        await using var stream = await entry.OpenAsync(cancellation);
        await stream.WriteAsync(bytes, cancellation);
    }

    private static async Task<(long Bytes, string Sha256)> MeasureAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)));
    }

    private void RemoveOthers()
    {
        foreach (var path in Directory.GetFiles(options.Value.Folder, "*.zip").Where(path => path != _current?.Path && path != _former?.Path))
            File.Delete(path);
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }
}
