using System.Text.Json;
using LegalService.Casework.Matters;
using LegalService.Casework.Notifications;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Tests.Matters;

/// <summary>A citizen with a phone in his hand.</summary>
internal static class Phone
{
    public static Task<Result<bool>> AskCodeAsync(this CaseworkHost host, string phone) => host.Get<MatterDoor>().SendCodeAsync(phone, CancellationToken.None);

    /// <summary>The messages with a code that are on their way, the last one last.</summary>
    public static async Task<IReadOnlyList<(string To, string Code, bool IsNeutral)>> CodesAsync(this CaseworkHost host)
    {
        var messages = await host.Get<CaseworkStore>().ReadAsync(
            (context, token) => context.Set<OutboxMessage>().Where(message => message.Kind == NotificationKinds.OneTimeCode).OrderBy(message => message.CreatedAt).ThenBy(message => message.Id)
                .ToListAsync(token),
            CancellationToken.None);
        return [.. from message in messages
                   let content = JsonSerializer.Deserialize<OutboxContent>(host.Get<Sealer>().Open(message.Content!, OutboxMessage.Place(message.Id)))!
                   select (content.Recipient.Phone!, content.Values["code"], message.Neutral)];
    }

    public static Task<Result<MatterSession>> EnterAsync(this CaseworkHost host, string phone, string code) => host.Get<MatterDoor>().EnterAsync(phone, code, CancellationToken.None);

    /// <summary>Signs in as its owner does.</summary>
    public static async Task<MatterSession> SignInAsync(this CaseworkHost host, string phone)
    {
        Assert.True((await host.AskCodeAsync(phone)).Succeeded);
        var entered = await host.EnterAsync(phone, (await host.CodesAsync())[^1].Code);
        Assert.True(entered.Succeeded, entered.Failure?.Code);
        return entered.Value;
    }

    /// <summary>The session as the next request finds it; null when it is over.</summary>
    public static Task<MatterSession?> AgainAsync(this CaseworkHost host, MatterSession session) => host.Get<MatterDoor>().FindAsync(session.Token, CancellationToken.None);
}
