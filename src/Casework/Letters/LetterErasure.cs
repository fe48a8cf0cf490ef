using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Letters;

/// <summary>Letters lose their words with the personal data of the request; the register of numbers stays. Thread safe.</summary>
internal sealed class LetterErasure : IRequestEvents
{
    public async Task OnAsync(CaseworkContext context, RequestRaised raised, CancellationToken cancellation)
    {
        if (raised.Event != RequestMachine.Erased)
            return;
        await context.Set<Letter>().Where(letter => letter.RequestId == raised.RequestId).ExecuteUpdateAsync(
            set => set.SetProperty(letter => letter.SealedText, (byte[]?)null).SetProperty(letter => letter.SealedDocument, (byte[]?)null), cancellation);
    }
}
