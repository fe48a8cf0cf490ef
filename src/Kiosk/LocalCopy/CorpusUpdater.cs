using LegalService.Contracts;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Keeping;
using LegalService.Knowledge.Hosting;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>Brings the centre's corpus to this machine, in the background and without a restart: fetched, held against its signature, unpacked, tried, put in use.</summary>
internal sealed class CorpusUpdater(
    CorpusNews news,
    IKioskApi centre,
    CorpusDownload download,
    Library library,
    Enrolment enrolment,
    KnowledgeBase knowledge,
    MachineFolders folders,
    IOptions<LocalCopyOptions> options,
    ILogger<CorpusUpdater> logger) : BackgroundService
{
    private const string Packed = ".zip";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (IsWanted(news.Wanted))
                    await UpdateAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // Whatever is wrong with one corpus, or with the line while it comes, the machine goes on with what it has.
            catch (Exception exception)
            {
                logger.LogWarning(exception, "The corpus could not be brought up to date; another try follows");
            }

            await news.NextAsync(options.Value.TryAgainAfter, stoppingToken);
        }
    }

    private bool IsWanted(string? version) => version is not null && version != library.Current.Version && version != library.State.Broken;

    private async Task UpdateAsync(CancellationToken cancellation)
    {
        if (enrolment.Current is not { Revoked: false } record)
            return;
        var manifest = await centre.CorpusAsync(cancellation);
        if (!CorpusSeal.Holds(manifest, record.SigningKey))
            throw new InvalidDataException("The corpus is not signed by the centre that this machine was enrolled at");
        if (manifest.Bytes > options.Value.MostBytes)
            throw new InvalidDataException("The corpus is too large");
        if (!IsWanted(manifest.Version))
            return;
        var archive = library.FolderOf(manifest.Version) + Packed;
        RemoveAllBut(manifest.Version);
        await download.FetchAsync(manifest, archive, cancellation);
        if (!await CorpusSeal.IsAsync(manifest, archive, cancellation))
        {
            File.Delete(archive);
            throw new InvalidDataException("What came is not what was signed");
        }

        await CorpusArchive.UnpackAsync(archive, library.FolderOf(manifest.Version), options.Value, cancellation);
        if (await library.PutInUseAsync(manifest.Version, cancellation))
        {
            logger.LogInformation("Corpus {Version} is in use", manifest.Version);
            knowledge.LookNow();
        }

        File.Delete(archive);
    }

    /// <summary>What is on the disk beyond the corpus in use, the one before, and the one that is coming.</summary>
    private void RemoveAllBut(string coming)
    {
        var kept = (string?[])[library.Current.Version, library.State.Before, coming];
        foreach (var folder in Directory.GetDirectories(folders.Corpus).Where(folder => !kept.Contains(Path.GetFileName(folder), StringComparer.Ordinal)))
            Directory.Delete(folder, recursive: true);
        foreach (var archive in Directory.GetFiles(folders.Corpus, "*" + Packed).Where(archive => Path.GetFileNameWithoutExtension(archive) != coming))
            File.Delete(archive);
    }
}
