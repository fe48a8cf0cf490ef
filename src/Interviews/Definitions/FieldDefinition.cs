using LegalService.Interviews.Conditions;

namespace LegalService.Interviews.Definitions;

/// <summary>A question.</summary>
public sealed record FieldDefinition
{
    /// <summary>Stable within the service: letters and digits, beginning with a small letter.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of answer it takes.</summary>
    public required FieldType Type { get; init; }

    /// <summary>The question as it is asked.</summary>
    public required string Label { get; init; }

    /// <summary>The line of the review; <see cref="Label"/> when the file has none.</summary>
    public required string ReviewLabel { get; init; }

    /// <summary>How to answer and, for personal data, what it is needed for. Null: nothing to add.</summary>
    public string? Help { get; init; }

    /// <summary>The page it stands on.</summary>
    public required string Page { get; init; }

    /// <summary>False: it is asked once and may be skipped.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Whether "I do not know" is an answer.</summary>
    public bool AllowUnknown { get; init; }

    /// <summary>How "I do not know" is worded here; null unless <see cref="AllowUnknown"/>.</summary>
    public string? UnknownLabel { get; init; }

    /// <summary>For <see cref="FieldType.Choice"/> and <see cref="FieldType.Choices"/>; else empty.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>When it is asked. Null: always. Looks at earlier fields only.</summary>
    public Condition? When { get; init; }

    /// <summary>The part it plays in comparing requests; null: none.</summary>
    public FieldRole? Role { get; init; }

    /// <summary>Ids it had in earlier versions.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>Whether it is masked on slips and for others than the citizen himself and his clerk.</summary>
    public bool Personal { get; init; }

    /// <summary>What the answer must keep to.</summary>
    public FieldRules Rules { get; init; } = new();
}

/// <summary>What an answer must keep to. What does not belong to the field's type is null or its default.</summary>
public sealed record FieldRules
{
    /// <summary>Characters of a text.</summary>
    public int MaxLength { get; init; }

    /// <summary>Least sum in yuan, or least number of the unit.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest sum in yuan, or greatest number of the unit.</summary>
    public decimal? Max { get; init; }

    /// <summary>What a number counts, as in 小时; null: none is said.</summary>
    public string? Unit { get; init; }

    /// <summary>Decimal places a number may have.</summary>
    public int Decimals { get; init; }

    /// <summary>First day, counted from today: -7 is a week ago.</summary>
    public int? FromDays { get; init; }

    /// <summary>Last day, counted from today: 0 is today.</summary>
    public int? ToDays { get; init; }

    /// <summary>How many options may be chosen.</summary>
    public int? MaxChosen { get; init; }

    /// <summary>The first part of an address that must be given.</summary>
    public AddressPart From { get; init; } = AddressPart.County;

    /// <summary>The last part of an address that must be given, with all between it and <see cref="From"/>.</summary>
    public AddressPart Depth { get; init; } = AddressPart.Township;

    /// <summary>Whether a name may be that of an organisation, with digits and brackets.</summary>
    public bool Organisation { get; init; }

    /// <summary>Size of a file in bytes.</summary>
    public long MaxBytes { get; init; }

    /// <summary>Extensions without the dot, in lower case.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>What is said to one who answers no where only yes goes on (consent). Null: both go on.</summary>
    public string? MustBeYes { get; init; }
}

/// <summary>One of the answers to choose from.</summary>
/// <param name="Value">Stable within the field.</param>
/// <param name="Label">As it is shown.</param>
/// <param name="When">When it is offered. Null: always.</param>
/// <param name="Alone">Cannot be chosen together with others (以上都没有).</param>
public sealed record Option(string Value, string Label, Condition? When = null, bool Alone = false)
{
    /// <summary>Other words by which a citizen may mean it in a chat.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
