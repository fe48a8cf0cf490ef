using System.ComponentModel.DataAnnotations;

namespace LegalService.Casework.Store;

/// <summary>Where casework is kept. Settings under <c>Storage</c>, and <c>ConnectionStrings:Default</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>SQLite needs no set-up; PostgreSQL lets several servers share one store.</summary>
    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;

    /// <summary>Connection string. Null: a SQLite file <c>casework.db</c> in <see cref="DataDirectory"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of the database file, the key file and the attachments.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// The key that personal data is sealed with: 32 bytes in Base64, the same on every server. Null: the file <c>keys/master.key</c> in
    /// <see cref="DataDirectory"/>, made on the first start; with PostgreSQL and no such file, a key kept in the database.
    /// </summary>
    public string? MasterKey { get; set; }
}

/// <summary>The databases that casework can be kept in.</summary>
public enum StoreProvider
{
    /// <summary>One file, one server process.</summary>
    Sqlite,

    /// <summary>Any number of server processes.</summary>
    PostgreSql,
}
