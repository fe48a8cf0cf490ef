using UglyToad.PdfPig;

namespace LegalService.Casework.Pickups;

/// <summary>Looks into a PDF file. Nothing in it is run or drawn.</summary>
internal static class PickupPdf
{
    /// <summary>How many pages it has; null when it cannot be opened, needs a password, or has none.</summary>
    public static int? CountPages(Stream seekable)
    {
        try
        {
            using var document = PdfDocument.Open(seekable);
            return document is { IsEncrypted: false, NumberOfPages: > 0 and var pages } ? pages : null;
        }
        // A broken file breaks the reader in as many ways as there are broken files; each means that a printer would not take it either.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }
}
