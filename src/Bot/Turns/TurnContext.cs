using LegalService.Bot.Activities;

namespace LegalService.Bot.Turns;

/// <inheritdoc cref="ITurnContext"/>
/// <param name="adapter">What sends the answers.</param>
/// <param name="activity">What came in.</param>
public sealed class TurnContext(BotAdapter adapter, Activity activity) : ITurnContext
{
    private readonly List<SendActivitiesHandler> _handlers = [];

    /// <inheritdoc/>
    public BotAdapter Adapter { get; } = adapter;

    /// <inheritdoc/>
    public Activity Activity { get; } = activity;

    /// <inheritdoc/>
    public TurnState TurnState { get; } = new();

    /// <inheritdoc/>
    public bool Responded { get; private set; }

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(string text, CancellationToken cancellationToken = default) =>
        SendActivityAsync(Activities.Activity.Message(text), cancellationToken);

    /// <inheritdoc/>
    public async Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        (await SendActivitiesAsync([activity], cancellationToken))[0];

    /// <inheritdoc/>
    public Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken = default) =>
        SendFromAsync(0, [.. activities.Select(activity => activity.InReplyTo(Activity))], cancellationToken);

    /// <inheritdoc/>
    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        _handlers.Add(handler);
        return this;
    }

    private async Task<IReadOnlyList<ResourceResponse>> SendFromAsync(int step, IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        if (step < _handlers.Count)
            return await _handlers[step](this, activities, further => SendFromAsync(step + 1, further, cancellation));
        if (activities.Count == 0)
            return [];
        var sent = await Adapter.SendActivitiesAsync(this, activities, cancellation);
        Responded |= activities.Any(activity => activity.Type != ActivityTypes.Typing);
        return sent;
    }
}
