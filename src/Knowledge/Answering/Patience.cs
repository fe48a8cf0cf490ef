namespace LegalService.Knowledge.Answering;

/// <summary>How long a citizen waits for a language model in one turn, whatever it is asked for: rewriting a follow-up, several answers. Thread safe.</summary>
/// <param name="time">The clock.</param>
/// <param name="whole">From now on.</param>
public sealed class Patience(TimeProvider time, TimeSpan whole)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>What is left; not above zero when the model may not be asked any more.</summary>
    public TimeSpan Left => whole - time.GetElapsedTime(_start);
}
