namespace LegalService.Knowledge.Sync;

/// <summary>Why something could not be fetched.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Reason">The reason in Chinese.</param>
internal sealed record SyncFault(string Code, string Reason)
{
    /// <summary>The database itself is in the way, so the next law is likely to fail too.</summary>
    public bool IsOfSite => Code.StartsWith("site.", StringComparison.Ordinal);

    /// <summary>Asking for further laws would only make it worse.</summary>
    public bool StopsRun => Code is "site.captcha" or "site.rateLimited";

    /// <summary>The database has no readable text of this one version, now or later.</summary>
    public bool IsOfVersion => Code is "file.doc" or "file.pdf" or "file.unknown" or "file.missing";
}

/// <summary>A value, or why there is none.</summary>
internal readonly record struct Reply<T>(T? Value, SyncFault? Fault)
    where T : class
{
    public static implicit operator Reply<T>(T value) => new(value, null);

    public static implicit operator Reply<T>(SyncFault fault) => new(null, fault);
}
