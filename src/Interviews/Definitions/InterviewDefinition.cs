using LegalService.Interviews.Conditions;

namespace LegalService.Interviews.Definitions;

/// <summary>The questions of a service, page by page.</summary>
public sealed record InterviewDefinition
{
    /// <summary>In the order in which they are asked.</summary>
    public required IReadOnlyList<PageDefinition> Pages { get; init; }

    /// <summary>Sentences said as soon as their condition holds, such as a number to call.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>All fields, in the order in which they are asked.</summary>
    public IReadOnlyList<FieldDefinition> Fields => field ??= [.. Pages.SelectMany(page => page.Fields)];

    /// <summary>The field with this id, or null.</summary>
    public FieldDefinition? Field(string id) => (ById ??= Fields.ToDictionary(item => item.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    private Dictionary<string, FieldDefinition>? ById { get; set; }
}

/// <summary>Questions that belong together: one screen of the kiosk, one section of the page.</summary>
public sealed record PageDefinition
{
    /// <summary>Stable within the service.</summary>
    public required string Id { get; init; }

    /// <summary>A few words.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked here and what for; null when the title says it.</summary>
    public string? Help { get; init; }

    /// <summary>In the order in which they are asked.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }
}

/// <summary>A sentence said as soon as its condition holds.</summary>
public sealed record Notice
{
    /// <summary>Stable within the service, so that a channel says it once.</summary>
    public required string Id { get; init; }

    /// <summary>When it is said.</summary>
    public required Condition When { get; init; }

    /// <summary>How loud.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The sentence.</summary>
    public required string Text { get; init; }

    /// <summary>A number to call; null: none.</summary>
    public string? Phone { get; init; }

    /// <summary>Where the law says so.</summary>
    public IReadOnlyList<LegalBasis> Basis { get; init; } = [];
}

/// <summary>How loud a notice is.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Changes what the citizen should do.</summary>
    Warning,

    /// <summary>Someone may be in danger: shown first and alone.</summary>
    Danger,
}
