namespace LegalService.Interviews.Definitions;

/// <summary>A service as its file in <c>corpus/services</c> describes it, whole. Immutable.</summary>
public sealed record ServiceDefinition : IForm
{
    /// <summary>The <see cref="Order"/> of a service whose file does not say it.</summary>
    public const int Last = 10_000;

    /// <summary>The stable id, as in <c>legal-aid</c>: lower-case letters, digits, hyphens. The file has the same name.</summary>
    public required string Id { get; init; }

    /// <summary>The name a citizen knows it by.</summary>
    public required string Name { get; init; }

    /// <summary>Other words by which a citizen may mean it in a chat.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>One or two sentences: what it is good for.</summary>
    public required string Summary { get; init; }

    /// <summary>From 1; raised whenever a question changes its meaning.</summary>
    public required int Version { get; init; }

    /// <summary>Where it stands among the services, the lowest first; those of one place by id.</summary>
    public int Order { get; init; } = Last;

    /// <summary>What a citizen should know beforehand.</summary>
    public required Guide Guide { get; init; }

    /// <summary>The questions; none when it is a guide only.</summary>
    public required InterviewDefinition Interview { get; init; }

    /// <summary>Rules that sort a request for the clerk, in the order of the file.</summary>
    public required IReadOnlyList<TriageRule> Triage { get; init; }

    /// <summary>Time limits of the request.</summary>
    public required IReadOnlyList<DeadlineRule> Deadlines { get; init; }

    /// <summary>Null when the service has no appointments.</summary>
    public AppointmentRule? Appointment { get; init; }

    /// <summary>What the citizen gets in hand, and the letters sent.</summary>
    public required IReadOnlyList<DocumentRule> Documents { get; init; }

    /// <summary>What reports count a request as; null: it stands only among the requests.</summary>
    public FiguresRule? Figures { get; init; }

    /// <summary>How long a request is kept once it is over.</summary>
    public required RetentionRule Retention { get; init; }

    /// <summary>How much may be typed into one interview.</summary>
    public InterviewLimits Limits { get; init; } = new();

    /// <summary>Every article the file relies on, each once, in the order of the file.</summary>
    public required IReadOnlyList<LegalBasis> Citations { get; init; }

    /// <summary>Whether it only tells how something is done elsewhere: there is nothing to fill in and nothing is taken in.</summary>
    public bool IsGuideOnly => Interview.Fields.Count == 0;

    /// <summary>The field that plays a part, or null. Each part is played by one field at most.</summary>
    public FieldDefinition? FieldOf(FieldRole role) => Interview.Fields.FirstOrDefault(field => field.Role == role);
}

/// <summary>An article that a rule rests on.</summary>
/// <param name="Law">The short title: no 中华人民共和国, no 《》, no spaces.</param>
/// <param name="Article">As the law writes it: 第四十四条, 第一百二十条之一.</param>
public sealed record LegalBasis(string Law, string Article)
{
    /// <summary>As a citizen reads it: 《法律援助法》第四十四条.</summary>
    public override string ToString() => $"《{Law}》{Article}";
}

/// <summary>How long a request is kept.</summary>
/// <param name="Days">Calendar days after the request is done, refused or withdrawn; then its personal data are removed.</param>
/// <param name="Reason">Why so long, for the citizen.</param>
/// <param name="Basis">Where the law has a say.</param>
public sealed record RetentionRule(int Days, string Reason, IReadOnlyList<LegalBasis> Basis);

/// <summary>How much may be typed into one interview. Set by <see cref="InterviewsOptions"/>.</summary>
public sealed record InterviewLimits
{
    /// <summary>Answers, those kept aside included.</summary>
    public int MaxAnswers { get; init; } = 200;

    /// <summary>Characters of all answers together, as JSON.</summary>
    public int MaxCharacters { get; init; } = 60_000;
}
