using System.Diagnostics.CodeAnalysis;

namespace LegalService.Casework;

/// <summary>An expected failure: a value, not an exception.</summary>
/// <param name="Code">Stable code such as <c>slot.taken</c>.</param>
/// <param name="Message">What the person can do, in Chinese; holds no personal data.</param>
public sealed record Failure(string Code, string Message)
{
    /// <summary>Further facts for a client, such as the next free slots; empty when there are none.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}

/// <summary>What an operation gave, whatever the kind of its value.</summary>
public interface IResult
{
    /// <summary>True when there is a value.</summary>
    bool Succeeded { get; }
}

/// <summary>What an operation gave: a value or an expected failure.</summary>
public readonly record struct Result<T> : IResult
{
    private Result(T? value, Failure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>Null when the operation failed.</summary>
    public T? Value { get; }

    /// <summary>Null when the operation succeeded.</summary>
    public Failure? Failure { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>A result that succeeded.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A result that failed.</summary>
    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}
