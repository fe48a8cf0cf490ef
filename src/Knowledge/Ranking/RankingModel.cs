using System.Security.Cryptography;
using LegalService.Knowledge.Vectors;

namespace LegalService.Knowledge.Ranking;

/// <summary>What was learned for the ranking. Immutable.</summary>
/// <param name="Encoder">Texts to vectors.</param>
/// <param name="Memory">Remembered questions.</param>
/// <param name="Trees">Features to a score.</param>
/// <param name="Manifest">Score to confidence.</param>
/// <param name="Version">Changes when any of the files does.</param>
internal sealed record RankingModel(TextEncoder Encoder, QuestionMemory Memory, TreeEnsemble Trees, RankingManifest Manifest, string Version)
{
    public const string EncoderFile = "encoder.bin";
    public const string MemoryFile = "memory.bin";
    public const string TreesFile = "trees.bin";

    /// <summary>Reads the files of a folder and checks that they are those of its manifest.</summary>
    /// <exception cref="InvalidDataException">A file is missing, changed or broken, or was made for other features.</exception>
    public static RankingModel Read(string folder)
    {
        var manifest = RankingManifest.Read(Path.Combine(folder, RankingManifest.FileName));
        var (encoder, memory, trees) = (
            Part(folder, EncoderFile, manifest, TextEncoder.Read),
            Part(folder, MemoryFile, manifest, QuestionMemory.Read),
            Part(folder, TreesFile, manifest, TreeEnsemble.Read));
        if (!trees.FeatureNames.SequenceEqual(RankingFeatures.Names, StringComparer.Ordinal))
            throw new InvalidDataException($"{TreesFile}: 是为另外的特征训练的，要重新训练");
        if (memory.Vectors.Dimensions != encoder.Dimensions)
            throw new InvalidDataException($"{MemoryFile}: 不是同一个编码器写的");
        return new RankingModel(encoder, memory, trees, manifest, manifest.Files[EncoderFile]);
    }

    private static T Part<T>(string folder, string name, RankingManifest manifest, Func<Stream, T> read)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw new InvalidDataException($"{name}: 缺少这个文件");
        var bytes = File.ReadAllBytes(path);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != manifest.Files.GetValueOrDefault(name))
            throw new InvalidDataException($"{name}: 与 {RankingManifest.FileName} 里的 SHA-256 不符");
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            return read(stream);
        }
        catch (Exception exception) when (exception is EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"{name}: {exception.Message}", exception);
        }
    }
}

/// <summary>The learned files of a corpus, read when they are first asked for. Without them the linear ranking goes on.</summary>
public sealed class RankingArtefacts
{
    private readonly Lazy<(RankingModel? Model, string? Problem)> _loaded;

    private RankingArtefacts(Func<(RankingModel?, string?)> load) => _loaded = new Lazy<(RankingModel?, string?)>(load);

    /// <summary>A corpus without any.</summary>
    public static RankingArtefacts None { get; } = new(() => (null, "没有学习出的排序文件（ranking/manifest.yaml）"));

    /// <summary>Why the learned ranking is not in use; null when it is.</summary>
    public string? Problem => _loaded.Value.Problem;

    /// <summary>True when there are learned files and they cannot be used; a corpus without any has chosen the linear ranking.</summary>
    public bool IsBroken => this != None && Problem is not null;

    /// <summary>What was learned; null when there is none, or it is broken.</summary>
    internal RankingModel? Model => _loaded.Value.Model;

    /// <summary>Those of a folder.</summary>
    public static RankingArtefacts In(string folder) => File.Exists(Path.Combine(folder, RankingManifest.FileName)) ? new(() => Load(folder)) : None;

    private static (RankingModel? Model, string? Problem) Load(string folder)
    {
        try
        {
            return (RankingModel.Read(folder), null);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }
}
