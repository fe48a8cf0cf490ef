using LegalService.Casework.Calendar;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Letters;

/// <summary>Reads the letters of a request for those who were let in. Thread safe.</summary>
internal sealed class LetterReading(Sealer sealer)
{
    /// <summary>All that were issued, the first first; those that were revoked only for clerks.</summary>
    public static async Task<IReadOnlyList<IssuedLetter>> ListAsync(CaseworkContext context, Guid requestId, bool revoked, CancellationToken cancellation)
    {
        var letters = await context.Set<Letter>().AsNoTracking().Where(letter => letter.RequestId == requestId && (revoked || letter.State == LetterState.Issued))
            .OrderBy(letter => letter.IssuedAt).ThenBy(letter => letter.Sequence)
            .Select(letter => new IssuedLetter(
                letter.Id, letter.Title, letter.Number, letter.Edition, BeijingTime.Of(letter.IssuedAt), letter.By, letter.State, letter.SealedText != null))
            .ToListAsync(cancellation);
        return letters;
    }

    /// <summary>Null when the request has no such letter, or personal data were removed.</summary>
    public async Task<OpenedLetter?> OpenAsync(CaseworkContext context, Guid requestId, Guid id, bool revoked, CancellationToken cancellation) =>
        await context.Set<Letter>().AsNoTracking().SingleOrDefaultAsync(
            letter => letter.Id == id && letter.RequestId == requestId && (revoked || letter.State == LetterState.Issued), cancellation) is
        { SealedText: { } text, SealedDocument: { } document } letter
            ? new(Of(letter), sealer.Open(text, letter.TextPlace), sealer.OpenBytes(document, letter.DocumentPlace))
            : null;

    public static IssuedLetter Of(Letter letter) => new(
        letter.Id, letter.Title, letter.Number, letter.Edition, BeijingTime.Of(letter.IssuedAt), letter.By, letter.State, letter.SealedText is not null);
}
