using LegalService.Interviews.Fields;

namespace LegalService.Kiosk.Devices.IdCards;

/// <summary>What stands on a resident identity card (GA 450-2013) or a residence permit for people from Hong Kong, Macao and Taiwan.</summary>
/// <param name="Name">姓名</param>
/// <param name="Number">公民身份号码, its check digit right.</param>
/// <param name="Sex">男 or 女; empty when the card says neither.</param>
/// <param name="Nation">民族, as in 蒙古; empty on a residence permit.</param>
/// <param name="BirthDate">出生</param>
/// <param name="Address">住址: the newest one the card carries.</param>
/// <param name="Issuer">签发机关</param>
/// <param name="ValidFrom">Begin of 有效期限.</param>
/// <param name="ValidUntil">Its end; null for 长期.</param>
internal sealed record IdCard(
    string Name,
    IdNumber Number,
    string Sex,
    string Nation,
    DateOnly BirthDate,
    string Address,
    string Issuer,
    DateOnly ValidFrom,
    DateOnly? ValidUntil)
{
    /// <summary>Whether it had run out by a day; the citizen is told, for an office may not take it.</summary>
    public bool HasExpired(DateOnly today) => ValidUntil < today;

    /// <summary>Without what it says of a person, so that a card in a log line gives nothing away.</summary>
    public override string ToString() => $"{nameof(IdCard)} {Number.Masked}";
}
