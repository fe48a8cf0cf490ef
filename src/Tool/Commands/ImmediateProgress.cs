namespace LegalService.Tool.Commands;

/// <summary>Reports at once; <see cref="Progress{T}"/> would do so later, from another thread, after the bar is gone.</summary>
internal sealed class ImmediateProgress<T>(Action<T> report) : IProgress<T>
{
    private readonly Lock _lock = new();

    public void Report(T value)
    {
        lock (_lock)
            report(value);
    }
}
