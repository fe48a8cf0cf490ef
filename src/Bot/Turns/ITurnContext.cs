using LegalService.Bot.Activities;

namespace LegalService.Bot.Turns;

/// <summary>One turn: an activity that came in, and what is sent back. For one thread at a time.</summary>
public interface ITurnContext
{
    /// <summary>What sends the answers.</summary>
    BotAdapter Adapter { get; }

    /// <summary>What came in.</summary>
    Activity Activity { get; }

    /// <summary>Things that the steps of one turn hand to each other.</summary>
    TurnState TurnState { get; }

    /// <summary>True when something other than typing was sent.</summary>
    bool Responded { get; }

    /// <summary>Sends plain text.</summary>
    Task<ResourceResponse> SendActivityAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>Sends an activity, addressed as an answer to <see cref="Activity"/>.</summary>
    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends several, in order.</summary>
    Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken = default);

    /// <summary>Adds a step through which everything goes that this turn sends from now on; the first added is the outermost.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);
}

/// <summary>A step on the way out of a turn.</summary>
/// <param name="turnContext">The turn.</param>
/// <param name="activities">What is to be sent.</param>
/// <param name="next">Sends what it is given.</param>
public delegate Task<IReadOnlyList<ResourceResponse>> SendActivitiesHandler(
    ITurnContext turnContext, IReadOnlyList<Activity> activities, Func<IReadOnlyList<Activity>, Task<IReadOnlyList<ResourceResponse>>> next);

/// <summary>Things by their type.</summary>
public sealed class TurnState
{
    private readonly Dictionary<Type, object> _values = [];

    /// <summary>Null when none was set.</summary>
    public T? Get<T>()
        where T : class => (T?)_values.GetValueOrDefault(typeof(T));

    /// <summary>Sets or replaces.</summary>
    public void Set<T>(T value)
        where T : class => _values[typeof(T)] = value;
}
