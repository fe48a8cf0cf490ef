using System.Text.Json;
using LegalService.Contracts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Languages;
using LegalService.Kiosk.Keeping;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Hosting;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.LocalCopy;

/// <summary>
/// What this machine knows without the centre: the newest corpus of the centre that loads, else the one before, else what the program was shipped with. Swapped as a
/// whole, while screens go on. Thread safe.
/// </summary>
internal sealed class Library : ICorpusFolders
{
    private readonly MachineFolders _folders;
    private readonly Holdings _shipped;
    private readonly TextShelf _texts;
    private readonly ILogger<Library> _logger;
    private volatile Holdings _current;

    /// <summary>Takes up what was there before.</summary>
    public Library(MachineFolders folders, IOptions<KnowledgeOptions> options, TextShelf texts, ILogger<Library> logger)
    {
        (_folders, _texts, _logger) = (folders, texts, logger);
        folders.Create();
        _shipped = Holdings.Read(version: null, [.. options.Value.Folders], placesFile: null);
        State = ReadState();
        _current = TryRead(State.Current) ?? TryRead(State.Before) ?? _shipped;
        ShowTexts();
    }

    /// <summary>Called after another corpus was put in use, on any thread.</summary>
    public event Action? Changed;

    /// <summary>What is in use.</summary>
    public Holdings Current => _current;

    /// <summary>What went wrong with the last corpus that came; null when nothing did. The one before is in use.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Which corpora are there.</summary>
    public LibraryState State { get; private set; }

    IReadOnlyList<string> ICorpusFolders.Current => _current.Folders;

    /// <summary>Puts a corpus in use that was unpacked to its folder. False: it does not load, is not tried again, and the one before stays in use.</summary>
    public async Task<bool> PutInUseAsync(string version, CancellationToken cancellation)
    {
        if (TryRead(version) is not { } read || !await AnswersAsync(read, cancellation))
        {
            Keep(State with { Broken = version });
            return false;
        }

        Keep(new(version, _current.Version, Broken: null));
        LastFailure = null;
        _current = read;
        ShowTexts();
        Changed?.Invoke();
        return true;
    }

    /// <summary>Where a corpus is unpacked to.</summary>
    public string FolderOf(string version) => Path.Combine(_folders.Corpus, version);

    private Holdings? TryRead(string? version)
    {
        if (version is null)
            return null;
        try
        {
            var folder = FolderOf(version);
            var corpora = KioskCorpusResponse.Folders.Select(name => Path.Combine(folder, name)).Where(Directory.Exists).ToList();
            return corpora.Count == 0
                ? throw new DirectoryNotFoundException($"No corpus in {folder}")
                : Holdings.Read(version, corpora, Path.Combine(folder, KioskCorpusResponse.PlacesFile));
        }
        catch (Exception exception) when (exception is IOException or JsonException or ServiceDefinitionException or UnauthorizedAccessException)
        {
            Note(version, exception);
            return null;
        }
    }

    /// <summary>Whether questions can be answered from it.</summary>
    private async Task<bool> AnswersAsync(Holdings holdings, CancellationToken cancellation)
    {
        try
        {
            var corpus = await CorpusReader.ReadAsync(holdings.Folders, cancellation);
            return corpus.Answers is not null ? true : throw new InvalidDataException("No answers");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Note(holdings.Version!, exception);
            return false;
        }
    }

    private void Note(string version, Exception exception)
    {
        LastFailure = exception.Message;
        _logger.LogError(exception, "The corpus {Version} does not load; another one stays in use", version);
    }

    /// <summary>Texts of an older centre may lack what these screens say.</summary>
    private void ShowTexts() => _texts.Replace(_shipped.Texts.ScreenKeys.Except(_current.Texts.ScreenKeys, StringComparer.Ordinal).Any() ? _shipped.Texts : _current.Texts);

    private string StateFile => Path.Combine(_folders.Corpus, "state.json");

    private LibraryState ReadState()
    {
        try
        {
            return File.Exists(StateFile) ? JsonSerializer.Deserialize<LibraryState>(File.ReadAllBytes(StateFile))! : new(null, null, null);
        }
        catch (JsonException exception)
        {
            _logger.LogError(exception, "It is not known any more which corpus was in use");
            return new(null, null, null);
        }
    }

    private void Keep(LibraryState state)
    {
        DurableFile.Write(StateFile, JsonSerializer.SerializeToUtf8Bytes(state));
        State = state;
    }
}

/// <summary>Which corpora of the centre are on the disk.</summary>
/// <param name="Current">The one in use; null for none.</param>
/// <param name="Before">The one before it; null for none.</param>
/// <param name="Broken">The last one that did not load; null for none.</param>
internal sealed record LibraryState(string? Current, string? Before, string? Broken);
