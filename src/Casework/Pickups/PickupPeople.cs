using LegalService.Casework.Sealing;
using LegalService.Casework.Triage;

namespace LegalService.Casework.Pickups;

/// <summary>The hashes by which a document and its person are found. Thread safe.</summary>
internal sealed class PickupPeople(Sealer sealer)
{
    /// <summary>Of a code in its one form.</summary>
    public string CodeFingerprint(string code) => sealer.Fingerprint("pickupDocument", code);

    /// <summary>Of a person, whatever spaces, widths and dots the texts have.</summary>
    public string Fingerprint(string name, string idNumber) =>
        sealer.Fingerprint("pickupPerson", $"{PersonText.Normalise("name", name)}\n{PersonText.Normalise("idNumber", idNumber)}");

    /// <summary>Of what a kiosk calls a collection.</summary>
    public string CollectionFingerprint(string collection) => sealer.Fingerprint("pickupCollection", collection);
}
