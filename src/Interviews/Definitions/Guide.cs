using LegalService.Interviews.Conditions;

namespace LegalService.Interviews.Definitions;

/// <summary>What a citizen should know before he begins.</summary>
public sealed record Guide
{
    /// <summary>Who it is for, one sentence each.</summary>
    public required IReadOnlyList<string> For { get; init; }

    /// <summary>The papers to bring.</summary>
    public required IReadOnlyList<Material> Materials { get; init; }

    /// <summary>What it costs, in a sentence.</summary>
    public required string Fee { get; init; }

    /// <summary>How long it takes, in a sentence.</summary>
    public required string TimeLimit { get; init; }

    /// <summary>The articles the service rests on.</summary>
    public required IReadOnlyList<LegalBasis> LegalBasis { get; init; }

    /// <summary>What happens, step by step.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Where to go, in a sentence.</summary>
    public required string Where { get; init; }

    /// <summary>Ways to apply: here, at the counter, by phone.</summary>
    public required string How { get; init; }
}

/// <summary>A paper that a request needs.</summary>
public sealed record Material
{
    /// <summary>Stable within the service.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in words a citizen knows.</summary>
    public required string Name { get; init; }

    /// <summary>What to do when he does not have it, or how to get it. Null: nothing to add.</summary>
    public string? Help { get; init; }

    /// <summary>In which case it is needed. Null: always.</summary>
    public Condition? When { get; init; }

    /// <summary>Calendar days within which it may follow (容缺受理). Null: needed from the start.</summary>
    public int? MayFollowDays { get; init; }

    /// <summary>The field of type file that takes it. Null: shown at the counter.</summary>
    public string? Field { get; init; }

    /// <summary>Why it may be asked for.</summary>
    public IReadOnlyList<LegalBasis> Basis { get; init; } = [];
}
