using System.Security.Cryptography;
using System.Text;

namespace LegalService.Knowledge.LanguageModel.Embeddings;

/// <summary>
/// Vectors by the text they were made from, on disk, so that each text is sent once. A file for each model, written at its end only; what a stopped program left
/// half-written there is cut off. For one thread at a time.
/// </summary>
internal sealed class EmbeddingCache
{
    private const int HashLength = 32;

    private readonly string _path;
    private readonly Dictionary<string, float[]> _vectors = new(StringComparer.Ordinal);

    private EmbeddingCache(string path) => _path = path;

    /// <summary>Opens the cache of a model.</summary>
    public static async Task<EmbeddingCache> OpenAsync(string folder, string model, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var cache = new EmbeddingCache(Path.Combine(folder, $"embeddings-{Hash(model)[..16]}.bin"));
        if (File.Exists(cache._path))
            cache.Read(await File.ReadAllBytesAsync(cache._path, cancellation));
        return cache;
    }

    /// <summary>The vector of a text; null when it has none yet.</summary>
    public float[]? Find(string text) => _vectors.GetValueOrDefault(Hash(text));

    /// <summary>Keeps vectors; all have the same length.</summary>
    public async Task AddAsync(IReadOnlyList<(string Text, float[] Vector)> added, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        await using var writer = new BinaryWriter(bytes);
        if (_vectors.Count == 0)
            writer.Write(added[0].Vector.Length);
        foreach (var (text, vector) in added)
        {
            _vectors[Hash(text)] = vector;
            writer.Write(Convert.FromHexString(Hash(text)));
            foreach (var number in vector)
                writer.Write((Half)number);
        }

        writer.Flush();
        await using var file = new FileStream(_path, FileMode.Append);
        await file.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellation);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Read(byte[] bytes)
    {
        var length = bytes.Length < sizeof(int) ? 0 : BitConverter.ToInt32(bytes);
        var record = HashLength + (length * 2);
        var whole = length is > 0 and <= 8192 ? (bytes.Length - sizeof(int)) / record : 0;
        for (var place = 0; place < whole; place++)
        {
            var start = sizeof(int) + (place * record);
            var vector = new float[length];
            for (var number = 0; number < length; number++)
                vector[number] = (float)BitConverter.ToHalf(bytes, start + HashLength + (number * 2));
            _vectors[Convert.ToHexStringLower(bytes.AsSpan(start, HashLength))] = vector;
        }

        var end = whole == 0 ? 0 : sizeof(int) + ((long)whole * record);
        if (end == bytes.Length)
            return;
        using var file = new FileStream(_path, FileMode.Open);
        file.SetLength(end);
    }
}
