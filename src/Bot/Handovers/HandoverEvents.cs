namespace LegalService.Bot.Handovers;

/// <summary>Names of the events by which a client follows a conversation with a person (handoff protocol of the Bot Framework).</summary>
internal static class HandoverEvents
{
    /// <summary>A person is asked for; value <c>{isWaiting}</c>: false when nobody is there.</summary>
    public const string Initiate = "handoff.initiate";

    /// <summary>What became of it; value <c>{state}</c>: accepted, completed or failed.</summary>
    public const string Status = "handoff.status";
}
