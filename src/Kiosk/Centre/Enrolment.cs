using System.Text.Json;
using LegalService.Contracts;
using LegalService.Kiosk.Keeping;

namespace LegalService.Kiosk.Centre;

/// <summary>Makes this machine a kiosk of the centre, and knows whether it is one. Thread safe.</summary>
internal sealed class Enrolment
{
    private readonly MachineFolders _folders;
    private readonly MachineKeys _keys;
    private readonly IKioskEntryApi _centre;
    private readonly KioskMessages _messages;
    private volatile EnrolmentRecord? _record;

    /// <summary>Reads what is known from before.</summary>
    public Enrolment(MachineFolders folders, MachineKeys keys, IKioskEntryApi centre, KioskMessages messages)
    {
        (_folders, _keys, _centre, _messages) = (folders, keys, centre, messages);
        _record = File.Exists(folders.EnrolmentFile) ? JsonSerializer.Deserialize<EnrolmentRecord>(File.ReadAllBytes(folders.EnrolmentFile)) : null;
    }

    /// <summary>Called when the machine was enrolled or revoked.</summary>
    public event Action? Changed;

    /// <summary>Null while the machine is not enrolled.</summary>
    public EnrolmentRecord? Current => _record;

    /// <summary>What the staff call this machine; null while it is not enrolled.</summary>
    public string? Name => _record?.Name;

    /// <summary>Becomes a kiosk by the one-time code of the staff console.</summary>
    public async Task<EnrolmentOutcome> EnrolAsync(string code, CancellationToken cancellation)
    {
        using var key = _keys.Device();
        var request = new KioskEnrolmentRequest(code.Trim(), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), Environment.MachineName);
        var answer = await Answered.ByAsync(() => _centre.EnrolAsync(request, cancellation));
        if (answer.Value is not { } enrolled)
            return new(null, answer.Problem!.Code, _messages.Of(answer.Problem));
        Keep(new(enrolled.KioskId, enrolled.Name, enrolled.Office, enrolled.SigningKey));
        return new(enrolled.Name);
    }

    /// <summary>The centre has revoked the machine: its key is forgotten, so that only a new code makes it a kiosk again.</summary>
    public void Revoke()
    {
        if (_record is not { Revoked: false } record)
            return;
        _keys.ForgetDevice();
        Keep(record with { Revoked = true });
    }

    private void Keep(EnrolmentRecord record)
    {
        DurableFile.Write(_folders.EnrolmentFile, JsonSerializer.SerializeToUtf8Bytes(record));
        _record = record;
        Changed?.Invoke();
    }
}
