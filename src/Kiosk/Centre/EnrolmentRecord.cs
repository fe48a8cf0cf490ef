namespace LegalService.Kiosk.Centre;

/// <summary>As which kiosk this machine is enrolled.</summary>
/// <param name="KioskId">What it asks for tokens as.</param>
/// <param name="Name">What the staff call it.</param>
/// <param name="Office">Id of the office it belongs to.</param>
/// <param name="SigningKey">The key that the centre signs corpora with (SubjectPublicKeyInfo in Base64); holds from now on.</param>
/// <param name="Revoked">True when the staff have taken it out of service since.</param>
internal sealed record EnrolmentRecord(string KioskId, string Name, string Office, string SigningKey, bool Revoked = false);
