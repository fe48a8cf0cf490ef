using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalService.Casework.Staff;

/// <summary>One key that sessions of the staff are protected with, sealed.</summary>
internal sealed class SessionKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>XML of the data protection system.</summary>
    public required byte[] Content { get; init; }

    internal static string Place(Guid id) => $"session-key/{id:N}";

    internal sealed class Configuration : IEntityTypeConfiguration<SessionKey>
    {
        public void Configure(EntityTypeBuilder<SessionKey> builder)
        {
            builder.ToTable("SessionKeys");
            builder.HasKey(key => key.Id);
        }
    }
}

/// <summary>
/// The keys of sessions, the same for every server of one store and sealed by its master key. Read and written at once, for the data protection system does
/// not wait. Thread safe.
/// </summary>
public sealed class SessionKeys
{
    private readonly Func<CaseworkContext> _open;
    private readonly Sealer _sealer;

    internal SessionKeys(Func<CaseworkContext> open, Sealer sealer) => (_open, _sealer) = (open, sealer);

    /// <summary>All keys, the oldest first.</summary>
    public IReadOnlyList<string> Read()
    {
        using var context = _open();
        return [.. context.Set<SessionKey>().AsNoTracking().OrderBy(key => key.Id).AsEnumerable().Select(key => _sealer.Open(key.Content, SessionKey.Place(key.Id)))];
    }

    /// <summary>Keeps a key for good.</summary>
    public void Add(string xml)
    {
        using var context = _open();
        var id = Guid.CreateVersion7();
        context.Add(new SessionKey { Id = id, Content = _sealer.Seal(xml, SessionKey.Place(id)) });
        context.SaveChanges();
    }
}
