using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Requests;

/// <summary>A change of a request, whoever made it and on whatever server.</summary>
/// <param name="Number">The request.</param>
/// <param name="Version">The version after it.</param>
/// <param name="By">"citizen", "system", or "staff/USER".</param>
/// <param name="Event">What happened.</param>
public sealed record RequestNews(string Number, int Version, string By, string Event);

/// <summary>
/// Tells open pages of this server what changed, by looking at the last steps in the store: so it is the same whether a colleague, a citizen or another server
/// made the change. While nobody listens nothing is looked at. Thread safe.
/// </summary>
public sealed class RequestWatch
{
    // A step is dated before its transaction ends, so one may show up after a later one: a stretch is looked at again.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(15);

    private readonly CaseworkStore _store;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly List<Func<IReadOnlyList<RequestNews>, Task>> _listeners = [];
    private HashSet<(string Number, int Version)>? _known;

    internal RequestWatch(CaseworkStore store, TimeProvider time) => (_store, _time) = (store, time);

    /// <summary>Listens until it is disposed of.</summary>
    /// <param name="told">Gets what is new, at least one change at a time. It must not throw.</param>
    public IDisposable Listen(Func<IReadOnlyList<RequestNews>, Task> told)
    {
        lock (_lock)
            _listeners.Add(told);
        return new Listening(this, told);
    }

    /// <summary>One look.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        List<Func<IReadOnlyList<RequestNews>, Task>> listeners;
        lock (_lock)
            listeners = [.. _listeners];
        if (listeners.Count == 0)
        {
            _known = null;
            return;
        }

        var since = _time.GetUtcNow() - Overlap;
        var last = await _store.ReadAsync(
            (context, token) => (from step in context.Set<RequestStep>()
                                 where step.At >= since
                                 orderby step.At
                                 join request in context.Set<Request>() on step.RequestId equals request.Id
                                 select new RequestNews(request.Number, step.Sequence, step.Actor, step.Event)).ToListAsync(token),
            cancellation);
        // The first look tells the whole stretch: part of it may have come after the page that listens was read.
        var news = _known is { } known ? last.FindAll(change => !known.Contains((change.Number, change.Version))) : last;
        _known = [.. last.Select(change => (change.Number, change.Version))];
        if (news.Count > 0)
            await Task.WhenAll(listeners.Select(told => told(news)));
    }

    private void Forget(Func<IReadOnlyList<RequestNews>, Task> told)
    {
        lock (_lock)
            _listeners.Remove(told);
    }

    private sealed class Listening(RequestWatch watch, Func<IReadOnlyList<RequestNews>, Task> told) : IDisposable
    {
        public void Dispose() => watch.Forget(told);
    }
}
