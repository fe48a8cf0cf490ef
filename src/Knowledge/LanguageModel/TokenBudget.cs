using LegalService.Knowledge.Law;
using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>The tokens that this server has used today in Beijing. Calls under way when the limit is reached are not stopped. Thread safe.</summary>
internal sealed class TokenBudget(IOptions<ModelOptions> options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateOnly _day;
    private long _used;

    /// <summary>True while there are tokens left.</summary>
    public bool IsLeft
    {
        get
        {
            lock (_lock)
            {
                Turn();
                return _used < options.Value.TokensPerDay;
            }
        }
    }

    /// <summary>Notes what a call used.</summary>
    public void Use(long tokens)
    {
        lock (_lock)
        {
            Turn();
            _used += tokens;
        }
    }

    private void Turn()
    {
        if (time.Today() is var today && today != _day)
            (_day, _used) = (today, 0);
    }
}
