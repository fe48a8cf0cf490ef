using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Feedback;

/// <summary>With the personal data of a request go the words of its rating and of the reply; the figure stays.</summary>
internal sealed class RatingErasure : IRequestEvents
{
    public Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation) => raised.Event != RequestMachine.Erased
        ? Task.CompletedTask
        : context.Set<FeedbackEntry>().Where(entry => entry.Kind == FeedbackKind.Request && entry.Subject == raised.Number).ExecuteUpdateAsync(
            set => set.SetProperty(entry => entry.Comment, (byte[]?)null).SetProperty(entry => entry.Reply, (byte[]?)null), cancellation);
}
