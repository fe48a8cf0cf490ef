using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Conditions;

/// <summary>Something that holds of the answers or does not. A field that is not asked or not answered makes every test of it fail.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="answers">What was sent, as <c>Interview.Sent</c> gives it.</param>
    /// <param name="today">The day in Beijing.</param>
    public abstract bool Holds(Answers answers, DateOnly today);

    /// <summary>The ids of the fields it looks at.</summary>
    public abstract IEnumerable<string> Fields { get; }
}

/// <summary>All parts hold.</summary>
/// <param name="Parts">At least one.</param>
public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => Parts.SelectMany(part => part.Fields);

    /// <inheritdoc/>
    public override bool Holds(Answers answers, DateOnly today) => Parts.All(part => part.Holds(answers, today));
}

/// <summary>At least one part holds.</summary>
/// <param name="Parts">At least one.</param>
public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => Parts.SelectMany(part => part.Fields);

    /// <inheritdoc/>
    public override bool Holds(Answers answers, DateOnly today) => Parts.Any(part => part.Holds(answers, today));
}

/// <summary>The part does not hold.</summary>
/// <param name="Part">What must not hold.</param>
public sealed record Not(Condition Part) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => Part.Fields;

    /// <inheritdoc/>
    public override bool Holds(Answers answers, DateOnly today) => !Part.Holds(answers, today);
}

/// <summary>An answer passes a test.</summary>
/// <param name="Field">Whose answer.</param>
/// <param name="Test">What it must pass.</param>
public sealed record Is(string Field, AnswerTest Test) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => [Field];

    /// <inheritdoc/>
    public override bool Holds(Answers answers, DateOnly today) => answers.Get(Field) is { } answer && Test.Passes(answer, today);
}
