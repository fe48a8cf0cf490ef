using System.Text.Json;
using LegalService.Casework.Sealing;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Appointments;

/// <summary>Reads who comes and how to reach him, and keeps both sealed. Thread safe.</summary>
internal sealed class ContactBox(Sealer sealer)
{
    private const int MaxName = 50;

    /// <summary>Failures: <c>name.invalid</c>, <c>phone.invalid</c>.</summary>
    public static Result<Contact> Read(string name, string phone)
    {
        if (!PersonName.TryParse(name, MaxName, organisation: false, out var person, out _))
            return new Failure("name.invalid", $"请写真实姓名，最多 {MaxName} 个字");
        return PhoneNumber.TryParse(phone, out var number, out _)
            ? new Contact(person.Value, number.Value)
            : new Failure("phone.invalid", "请写能联系到你的电话：11 位手机号，或者带区号的座机");
    }

    public string PhonePrint(Contact contact) => sealer.Fingerprint("phone", contact.Phone);

    public byte[] Seal(Contact contact, string place) => sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(contact), place);

    /// <summary>Null when there is nothing in the box any more.</summary>
    public Contact? Open(byte[]? box, string place) => box is null ? null : JsonSerializer.Deserialize<Contact>(sealer.OpenBytes(box, place));
}
