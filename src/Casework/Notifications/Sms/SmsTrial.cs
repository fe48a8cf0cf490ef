using LegalService.Casework.Audit;
using LegalService.Casework.Notifications.Sending;
using LegalService.Casework.Store;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Notifications.Sms;

/// <summary>Sends one text message past the outbox, so that an administrator sees whether the gateway takes it. Thread safe.</summary>
public sealed class SmsTrial
{
    private const string Kind = "trial";

    private readonly SmsGateway _gateway;
    private readonly CaseworkStore _store;
    private readonly AuditTrail _audit;

    internal SmsTrial(SmsGateway gateway, CaseworkStore store, AuditTrail audit) => (_gateway, _store, _audit) = (gateway, store, audit);

    /// <summary>Whether there is a gateway.</summary>
    public bool IsConfigured => _gateway.IsConfigured;

    /// <summary>Failures: <c>sms.none</c>, <c>phone.invalid</c>, and those of the gateway as <c>sms.refused</c> and <c>sms.later</c>.</summary>
    public async Task<Result<bool>> SendAsync(string phone, string text, Actor by, CancellationToken cancellation)
    {
        if (!IsConfigured)
            return new Failure("sms.none", "还没有设置短信网关（Sms:Url）。");
        if (!PhoneNumber.TryParse(phone, out var number, out _))
            return new Failure("phone.invalid", "请写 11 位手机号。");
        var answer = await _gateway.SendAsync(new SmsMessage(Guid.CreateVersion7(), number.Value, text, Kind), cancellation);
        await _store.WriteAsync(
            (context, _) =>
            {
                _audit.Record(context, by, "sms.tried", "settings/sms", answer.Reason ?? "sent");
                return Task.FromResult(0);
            },
            cancellation);
        return answer.Outcome switch
        {
            SendOutcome.Sent => true,
            SendOutcome.Refused => new Failure("sms.refused", $"短信网关不收这条短信（{answer.Reason}）。请核对 Sms 的设置和短信模板。"),
            _ => new Failure("sms.later", $"短信网关现在收不了（{answer.Reason}）。请核对地址和口令，过一会儿再试。"),
        };
    }
}
