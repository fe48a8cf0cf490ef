using LegalService.Knowledge.Law;
namespace LegalService.Knowledge.Import;
/// <summary>placeholder until merge</summary>
public static class FullTextStore
{
    /// <summary>x</summary>
    public static bool Exists(string directory) => File.Exists(Path.Combine(directory, "fulltext.json"));
    /// <summary>x</summary>
    public static Task<IReadOnlyList<Statute>> ReadAsync(string directory, CancellationToken ct) => Task.FromResult<IReadOnlyList<Statute>>([]);
}
