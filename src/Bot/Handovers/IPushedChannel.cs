using LegalService.Bot.Activities;

namespace LegalService.Bot.Handovers;

/// <summary>A channel on which what is said beside a reply is sent, not looked up by the client. Thread safe.</summary>
internal interface IPushedChannel
{
    /// <summary>Name of the channel in activities.</summary>
    string Name { get; }

    /// <summary>The activities as the texts that are sent.</summary>
    IReadOnlyList<string> Texts(IReadOnlyList<Activity> activities);

    /// <summary>Sends what was put down for a conversation.</summary>
    Task SendAsync(string conversation, CancellationToken cancellation);
}
