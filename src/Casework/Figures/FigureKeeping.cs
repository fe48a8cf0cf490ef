using LegalService.Casework.Calendar;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Figures;

/// <summary>Keeps the statistics in step with the requests, in the transaction of each change. Thread safe.</summary>
internal sealed class FigureKeeping(CaseworkStore store, Sealer sealer, RequestChanges changes, IServiceDefinitions definitions, PlaceCatalog places) : IRequestEvents
{
    private const int Batch = 200;

    public async Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        if (raised.Deadline is null && await context.Set<Request>().FindAsync([raised.RequestId], cancellation) is { } request)
            await KeepAsync(context, request, cancellation);
    }

    /// <summary>Counts requests that came in before there were statistics. Safe when several servers do it at once.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CatchUpAsync(CancellationToken cancellation)
    {
        for (var caughtUp = 0; ;)
        {
            var ids = await store.ReadAsync(
                (context, token) => context.Set<Request>().Where(request => !context.Set<RequestFigure>().Any(figure => figure.RequestId == request.Id))
                    .Select(request => request.Id).Take(Batch).ToListAsync(token),
                cancellation);
            if (ids.Count == 0)
                return caughtUp;
            foreach (var id in ids)
                caughtUp += await CatchUpAsync(id, cancellation);
        }
    }

    private async Task<int> CatchUpAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            return await store.WriteAsync(
                async (context, token) =>
                {
                    var request = await context.Set<Request>().SingleAsync(row => row.Id == id, token);
                    request.Office ??= places.OfficeFor(request.Service)?.Id;
                    var deadlines = await context.Set<RequestDeadline>().AsNoTracking().Where(row => row.RequestId == id).ToListAsync(token);
                    await context.Set<RequestDeadline>().Where(row => row.RequestId == id).ExecuteDeleteAsync(token);
                    context.AddRange(deadlines.Select(row => RequestDeadline.Of(request, row.ToDeadline())));
                    await KeepAsync(context, request, token);
                    return 1;
                },
                cancellation);
        }
        catch (UniqueViolationException)
        {
            // Another server, or a step of the request, was faster.
            return 0;
        }
    }

    private async Task KeepAsync(CaseworkContext context, Request request, CancellationToken cancellation)
    {
        var rule = definitions.Find(request.Service)?.Figures;
        var steps = await context.Set<RequestStep>().AsNoTracking().Where(step => step.RequestId == request.Id).OrderBy(step => step.Sequence).ToListAsync(cancellation);
        if (await context.Set<RequestFigure>().FindAsync([request.Id], cancellation) is not { } figure)
        {
            figure = new()
            {
                RequestId = request.Id,
                Service = request.Service,
                Office = request.Office,
                Channel = request.Channel,
                ReceivedOn = BeijingTime.DayOf(request.ReceivedAt),
            };
            context.Add(figure);
        }

        // What is known only from the answers stays as it was when they are gone.
        if (rule is not null && definitions.Find(request.Service) is { } definition && RequestPaper.Open(sealer, request) is { } paper)
        {
            var answers = changes.Upgraded(definition, paper);
            (figure.Counts, figure.Group) = (rule.Counts, rule.Groups.FirstOrDefault(group => group.When?.Holds(answers, figure.ReceivedOn) ?? true)?.Id);
        }

        figure.Follow(request, TakingBack.Standing(steps), rule);
    }
}
