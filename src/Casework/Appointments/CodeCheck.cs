using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Numbers;
using LegalService.Casework.Sealing;

namespace LegalService.Casework.Appointments;

/// <summary>Compares pickup codes by their fingerprints, with the same work whether the record exists or not. Thread safe.</summary>
internal sealed class CodeCheck(Sealer sealer)
{
    public string Print(Guid id, string code) => sealer.Fingerprint("pickupCode", $"{id:N}/{code}");

    /// <param name="id">The record that was asked for.</param>
    /// <param name="print">Its fingerprint; null when there is no such record.</param>
    /// <param name="typed">What was typed.</param>
    public bool Fits(Guid id, string? print, string typed)
    {
        var given = Print(id, PickupCode.Normalise(typed) ?? "");
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(print ?? Print(id, "none")));
    }
}
