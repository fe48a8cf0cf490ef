using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Appointments;

internal static class Changing
{
    private const int Tries = 20;

    /// <summary>
    /// As <see cref="CaseworkStore.WriteAsync{T}"/>, and once more from the beginning when a row was changed meanwhile, or when what was drawn or counted is
    /// another's by now.
    /// </summary>
    public static async Task<T> ChangeAsync<T>(this CaseworkStore store, Func<CaseworkContext, CancellationToken, Task<T>> write, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.WriteAsync(write, cancellation);
            }
            catch (Exception exception) when (exception is DbUpdateConcurrencyException or UniqueViolationException && attempt < Tries)
            {
                // See what is there now.
            }
        }
    }
}
