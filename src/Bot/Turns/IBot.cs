using System.Diagnostics.CodeAnalysis;

namespace LegalService.Bot.Turns;

/// <summary>Answers activities, whatever channel they come by. Safe for many threads.</summary>
public interface IBot
{
    /// <summary>
    /// Handles one activity. A turn may be run again when another server changed the conversation meanwhile; what it sent before is then dropped.
    /// </summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>A step round every turn, such as typing or masking.</summary>
public interface IMiddleware
{
    /// <summary>Calls <paramref name="next"/> to go on, or does not.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>The rest of the pipeline.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The SDK's name")]
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>What stands at the end of the pipeline.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
