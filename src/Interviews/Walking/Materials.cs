using LegalService.Interviews.Conditions;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Walking;

/// <summary>Which papers a request needs and which are there.</summary>
public static class Materials
{
    /// <summary>The papers that these answers call for, in the order of the guide.</summary>
    public static IReadOnlyList<NeededMaterial> Needed(ServiceDefinition definition, Answers answers, DateOnly today)
    {
        var sent = Interview.Sent(definition, answers, today);
        return [.. definition.Guide.Materials.Where(material => material.When?.Holds(sent, today) ?? true).Select(material => new NeededMaterial(material, StateOf(material, sent, today)))];
    }

    private static MaterialState StateOf(Material material, Answers sent, DateOnly today)
    {
        if (material.Field is { } field && new Is(field, new Answered()).Holds(sent, today))
            return MaterialState.Given;
        return material.MayFollowDays is null ? MaterialState.Needed : MaterialState.MayFollow;
    }
}

/// <summary>A paper that a request needs.</summary>
/// <param name="Material">The paper; <see cref="Material.MayFollowDays"/> says within how many days it may follow.</param>
/// <param name="State">Whether it is there.</param>
public sealed record NeededMaterial(Material Material, MaterialState State);

/// <summary>Whether a paper is there.</summary>
public enum MaterialState
{
    /// <summary>Uploaded.</summary>
    Given,

    /// <summary>Not here yet; may follow (容缺受理).</summary>
    MayFollow,

    /// <summary>Not here; to be shown at the counter or the appointment.</summary>
    Needed,
}
