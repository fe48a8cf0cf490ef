using LegalService.Casework;
using LegalService.Casework.Audit;
using LegalService.Casework.KnowledgeDesk;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Editing;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Law;

namespace LegalService.Server.Staff.Knowledge;

/// <summary>
/// The way of an entry: what is written is checked against the loaded statutes before it is proposed, and again before it comes into use. Failures beside those of
/// <see cref="EntryDesk"/>: <c>knowledge.check</c> (Details: <c>problems</c>), <c>knowledge.unavailable</c> (the corpus is not loaded yet). Thread safe.
/// </summary>
internal sealed class EntryEditing(EntryDesk desk, DeskReading reading, DeskOverlay overlay, KnowledgeBase knowledge, TimeProvider time) : IDisposable
{
    private static readonly Failure Unavailable = new("knowledge.unavailable", "语料还在装入，请过几秒再试。");

    /// <summary>A trial takes as much memory as a small index: one after the other.</summary>
    private readonly SemaphoreSlim _trying = new(1);

    /// <summary>The entry as it is in use; null when there is none of that name.</summary>
    public ProposedEntry? InUse(EntryName name)
    {
        if (knowledge.Current is not { } current)
            return null;
        if (name.Article is not { } article)
            return current.Index.Corpus.Faq.FirstOrDefault(entry => entry.Id == name.FaqId) is { } faq ? ProposedEntry.Of(faq) : null;
        return current.Index.Corpus.Notes.Where(file => file.Law == article.Law)
            .SelectMany(file => file.Notes.Where(note => note.Number == article.Number), (file, note) => ProposedEntry.Of(file, note)).FirstOrDefault();
    }

    /// <summary>Everything that is wrong or doubtful.</summary>
    public async Task<Result<EntryCheck>> CheckAsync(ProposedEntry entry, CancellationToken cancellation) => knowledge.Current is { } current
        ? new EntryCheck(await Task.Run(() => EntryChecker.Check(entry, current.Index.Corpus), cancellation))
        : Unavailable;

    /// <summary>What a citizen would be answered if the entry were in use.</summary>
    public async Task<Result<TrialAnswer>> TryAsync(ProposedEntry entry, string question, CancellationToken cancellation)
    {
        if (Answerer.Refuse(question) is { } code)
            return new Failure(code, "请写一个问题。");
        if (knowledge.Current is not { } current)
            return Unavailable;
        if (entry.Problems.Count > 0)
            return Wrong(entry.Problems);
        await _trying.WaitAsync(cancellation);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var trial = Trial.Of(entry, current, cancellation);
                    return trial.Ask(question, time.Today());
                },
                cancellation);
        }
        finally
        {
            _trying.Release();
        }
    }

    /// <summary>Keeps a draft, finished or not, as long as it can be read again.</summary>
    public async Task<Result<DeskVersionRecord>> SaveAsync(ProposedEntry entry, string title, DeskSight? seen, IReadOnlyList<string> answers, Actor by, CancellationToken cancellation)
    {
        if (entry.Problems.Any(problem => problem.Code != "faq.noOtherWays"))
            return Wrong(entry.Problems);
        var draft = new DeskDraft(entry.Name.ToString(), title, entry.Text)
        {
            Withdraws = entry.Withdraws, Before = InUse(entry.Name)?.Text ?? "", Answers = answers, Seen = seen,
        };
        return await desk.SaveAsync(draft, by, cancellation);
    }

    /// <summary>Hands a draft to the second person; one with an error is not taken.</summary>
    public Task<Result<DeskVersionRecord>> ProposeAsync(DeskSight seen, string why, Actor by, CancellationToken cancellation) =>
        IfSoundAsync(seen, () => desk.ProposeAsync(seen, why, by, cancellation), cancellation);

    /// <summary>Asks the second person to take out an entry that is in use.</summary>
    public async Task<Result<DeskVersionRecord>> ProposeWithdrawalAsync(ProposedEntry inUse, string title, string why, Actor by, CancellationToken cancellation)
    {
        var text = inUse.Faq is { } faq ? EntryText.Withdrawing(faq) : EntryText.Withdrawing(inUse.Notes!, inUse.Name.Article!.Value.Number);
        var saved = await SaveAsync(ProposedEntry.Read(inUse.Name, text), title, seen: null, answers: [], by, cancellation);
        return saved.Succeeded ? await desk.ProposeAsync(saved.Value.Sight, why, by, cancellation) : saved;
    }

    /// <summary>Puts it into use on every server.</summary>
    public async Task<Result<DeskVersionRecord>> ApproveAsync(DeskSight seen, string why, Actor by, CancellationToken cancellation)
    {
        var approved = await IfSoundAsync(seen, () => desk.ApproveAsync(seen, why, by, cancellation), cancellation);
        if (approved.Succeeded)
            await overlay.RefreshAsync(cancellation);
        return approved;
    }

    /// <summary>Brings the version before back into use on every server.</summary>
    public async Task<Result<int>> RollBackAsync(EntryName name, int live, string why, Actor by, CancellationToken cancellation)
    {
        var rolledBack = await desk.RollBackAsync(name.ToString(), live, why, by, cancellation);
        if (rolledBack.Succeeded)
            await overlay.RefreshAsync(cancellation);
        return rolledBack;
    }

    public void Dispose() => _trying.Dispose();

    private static Failure Wrong(IReadOnlyList<CorpusProblem> problems) => new("knowledge.check", problems[0].Reason)
    {
        Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["problems"] = problems },
    };

    private async Task<Result<DeskVersionRecord>> IfSoundAsync(DeskSight seen, Func<Task<Result<DeskVersionRecord>>> act, CancellationToken cancellation)
    {
        if (await reading.FindAsync(seen.Id, cancellation) is not { } version || EntryName.Parse(version.Entry) is not { } name)
            return await act();
        var found = await CheckAsync(ProposedEntry.Read(name, version.Text), cancellation);
        if (!found.Succeeded)
            return found.Failure;
        return found.Value.Errors is { Count: > 0 } errors ? Wrong(errors) : await act();
    }
}

/// <summary>What was found in an entry.</summary>
/// <param name="Problems">Errors first.</param>
public sealed record EntryCheck(IReadOnlyList<CorpusProblem> Problems)
{
    /// <summary>With one of them it is not proposed.</summary>
    public IReadOnlyList<CorpusProblem> Errors { get; } = [.. Problems.Where(problem => problem.Severity == ProblemSeverity.Error)];
}
