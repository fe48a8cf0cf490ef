using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegalService.Knowledge.Ranking;

/// <summary>The weights of the linear ranking, from <c>corpus/ranking/weights.yaml</c>.</summary>
public sealed class RankingWeights
{
    /// <summary>Weight by name of feature; a feature that is not named has weight 0. Without a file the full-text search alone decides.</summary>
    public Dictionary<string, double> Features { get; set; } = new(StringComparer.Ordinal) { ["search"] = 1 };

    /// <summary>
    /// Steps from the best article's score to the share of questions that were answered rightly at that score; ascending by score.
    /// Between two steps the share is interpolated.
    /// </summary>
    public List<ConfidenceStep> Confidence { get; set; } = [];

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">The file is broken; the message names the line.</exception>
    public static RankingWeights Read(string path)
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithEnforceNullability().Build()
                .Deserialize<RankingWeights?>(File.ReadAllText(path))
                ?? throw new InvalidDataException($"{Path.GetFileName(path)}: 文件是空的");
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}({exception.Start.Line}): {exception.Message}", exception);
        }
    }
}

/// <summary>One step of the confidence curve.</summary>
public sealed class ConfidenceStep
{
    /// <summary>Score of the best article.</summary>
    public double Score { get; set; }

    /// <summary>Confidence at that score, 0 to 1.</summary>
    public double Confidence { get; set; }
}

/// <summary>Reads confidence off a curve.</summary>
internal static class ConfidenceCurve
{
    /// <summary>The confidence at a score; between two steps it is interpolated, beyond the ends it stays.</summary>
    /// <param name="steps">At least one, ascending by score.</param>
    /// <param name="score">The score.</param>
    public static double At(IReadOnlyList<ConfidenceStep> steps, double score)
    {
        var above = 0;
        while (above < steps.Count && steps[above].Score < score)
            above++;
        if (above == 0 || above == steps.Count)
            return steps[Math.Min(above, steps.Count - 1)].Confidence;
        var (low, high) = (steps[above - 1], steps[above]);
        return low.Confidence + ((high.Confidence - low.Confidence) * (score - low.Score) / (high.Score - low.Score));
    }
}
