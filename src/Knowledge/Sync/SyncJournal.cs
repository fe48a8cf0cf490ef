using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalService.Knowledge.Sync;

/// <summary>What is remembered of one law.</summary>
/// <param name="Run">Number of the run that dealt with it last.</param>
/// <param name="At">When.</param>
/// <param name="State">How it came out.</param>
/// <param name="Code">Why it failed or waits; null when it did neither.</param>
/// <param name="Reason">The same in Chinese.</param>
/// <param name="Remarks">Versions that are missing, and the like.</param>
/// <param name="Rows">The list of its versions when it was last done; null when it never was.</param>
internal sealed record JournalEntry(
    int Run, DateTimeOffset At, SyncState State, string? Code, string? Reason, IReadOnlyList<SyncRemark> Remarks, IReadOnlyList<LawRow>? Rows)
{
    public LawOutcome ToOutcome(string law) => new(law, State, Code, Reason, Remarks);
}

/// <summary>What stands in state.json.</summary>
internal sealed record JournalContent
{
    public int Format { get; init; } = SyncJournal.Format;

    public string BaseUrl { get; init; } = "";

    public int Run { get; init; }

    public DateTimeOffset RunStarted { get; init; }

    public bool RunIsComplete { get; init; } = true;

    public SortedDictionary<string, JournalEntry> Laws { get; init; } = new(StringComparer.Ordinal);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(JournalContent))]
internal sealed partial class JournalJson : JsonSerializerContext;

/// <summary>Remembers on disk how far a run has come, so that a killed one is gone on with. One process at a time.</summary>
internal sealed class SyncJournal : IDisposable
{
    public const int Format = 1;

    private static readonly JournalJson Json =
        new(new JsonSerializerOptions(JournalJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly string _path;
    private readonly FileStream _gate;
    private JournalContent _content;

    private SyncJournal(string path, FileStream gate, JournalContent content) => (_path, _gate, _content) = (path, gate, content);

    /// <summary>Number of this run.</summary>
    public int Run => _content.Run;

    /// <summary>True when this run goes on with one that was stopped or killed.</summary>
    public bool Resumed { get; private set; }

    /// <summary>Laws at which the run before was killed.</summary>
    public IReadOnlyList<string> Interrupted { get; private set; } = [];

    /// <summary>Opens the state of a folder and starts a run, or goes on with one.</summary>
    /// <exception cref="IOException">Another run is at work in the folder.</exception>
    public static SyncJournal Open(string folder, Uri baseUrl, DateTimeOffset now, TimeSpan resumeWithin)
    {
        Directory.CreateDirectory(folder);
        var gate = new FileStream(
            Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        try
        {
            var path = Path.Combine(folder, "state.json");
            var journal = new SyncJournal(path, gate, Read(path, baseUrl.AbsoluteUri));
            journal.Start(now, resumeWithin, baseUrl.AbsoluteUri);
            return journal;
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    /// <summary>What is remembered of a law; null when nothing is.</summary>
    public JournalEntry? Of(string law) => _content.Laws.GetValueOrDefault(law);

    /// <summary>Remembers a law. Safe against being killed: the old state or the new one is on disk, never half of one.</summary>
    public void Set(string law, JournalEntry entry)
    {
        _content.Laws[law] = entry;
        Save();
    }

    /// <summary>Ends the run. One that is not complete is gone on with by the next.</summary>
    public void End(bool isComplete)
    {
        _content = _content with { RunIsComplete = isComplete };
        Save();
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private void Start(DateTimeOffset now, TimeSpan resumeWithin, string baseUrl)
    {
        Resumed = !_content.RunIsComplete && now - _content.RunStarted <= resumeWithin;
        Interrupted = [.. _content.Laws.Where(law => law.Value.State == SyncState.Fetching).Select(law => law.Key)];
        foreach (var law in Interrupted)
            _content.Laws[law] = _content.Laws[law] with { State = SyncState.Failed, Code = "run.interrupted", Reason = "上次运行在这里被中断" };
        if (!Resumed)
            _content = _content with { BaseUrl = baseUrl, Run = _content.Run + 1, RunStarted = now, RunIsComplete = false };
        Save();
    }

    private void Save()
    {
        var fresh = _path + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, _content, Json.JournalContent);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, _path, overwrite: true);
    }

    // A state that cannot be read costs requests, not laws: everything is asked for again.
    private static JournalContent Read(string path, string baseUrl)
    {
        try
        {
            return File.Exists(path)
                && JsonSerializer.Deserialize(File.ReadAllBytes(path), Json.JournalContent) is { Format: Format } content && content.BaseUrl == baseUrl
                ? content
                : new JournalContent();
        }
        catch (JsonException)
        {
            return new JournalContent();
        }
    }
}
