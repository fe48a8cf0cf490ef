using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegalService.Knowledge.Ranking;

/// <summary><c>corpus/ranking/manifest.yaml</c>: which learned files belong together, and how sure the ranking may be.</summary>
public sealed class RankingManifest
{
    /// <summary>Its name in the folder.</summary>
    public const string FileName = "manifest.yaml";

    /// <summary>SHA-256 in lower-case hexadecimal, by file name.</summary>
    public Dictionary<string, string> Files { get; set; } = [];

    /// <summary>Weights of the figures of <see cref="ConfidenceFigures"/>, in their order.</summary>
    public List<double> ConfidenceWeights { get; set; } = [];

    /// <summary>Steps from the weighted figures to the share of questions of which a shown article was right; ascending.</summary>
    public List<ConfidenceStep> Confidence { get; set; } = [];

    /// <summary>Steps from a candidate's score to the share of such candidates that were right; ascending.</summary>
    public List<ConfidenceStep> Chance { get; set; } = [];

    /// <summary>An article is shown when its chance is at least this share of the best one's.</summary>
    public double ShownFrom { get; set; }

    /// <summary>An article's words are said when its chance is at least this share of the best one's.</summary>
    public double SaidFrom { get; set; }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">The file is broken; the message names the line.</exception>
    public static RankingManifest Read(string path)
    {
        try
        {
            var manifest = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
                .Deserialize<RankingManifest?>(File.ReadAllText(path)) ?? throw new InvalidDataException($"{FileName}: 文件是空的");
            if (manifest.Confidence.Count == 0 || manifest.Chance.Count == 0 || manifest.ConfidenceWeights.Count != ConfidenceFigures.Count)
                throw new InvalidDataException($"{FileName}: confidence、chance 或 confidenceWeights 没有写全");
            return manifest;
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{FileName}({exception.Start.Line}): {exception.Message}", exception);
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string path) => File.WriteAllText(
        path,
        "# Written by src/Training; not to be edited by hand.\n"
        + new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithNewLine("\n").Build().Serialize(this));
}
