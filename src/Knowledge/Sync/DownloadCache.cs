using System.Security.Cryptography;
using System.Text;

namespace LegalService.Knowledge.Sync;

/// <summary>Keeps the files of a law that is not finished, so that a stopped run does not ask for them twice.</summary>
internal sealed class DownloadCache(string folder)
{
    public async Task<byte[]?> FindAsync(LawRow row, CancellationToken ct) =>
        File.Exists(PathOf(row)) ? await File.ReadAllBytesAsync(PathOf(row), ct) : null;

    public async Task KeepAsync(LawRow row, byte[] bytes, CancellationToken ct)
    {
        var path = PathOf(row);
        await File.WriteAllBytesAsync(path + ".new", bytes, ct);
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Forget(LawRow row) => File.Delete(PathOf(row));

    // The id is the database's and must not choose a path. A version that was published anew is another file.
    private string PathOf(LawRow row) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Id}|{row.Published:O}")))[..32] + ".docx");
}
