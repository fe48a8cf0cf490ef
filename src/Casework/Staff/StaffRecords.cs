namespace LegalService.Casework.Staff;

/// <summary>An account to be made.</summary>
/// <param name="User">Letters, digits, dot, hyphen, underscore; small and capital letters are alike. Never changed afterwards.</param>
/// <param name="Profile">What else is known.</param>
public sealed record NewStaffMember(string User, StaffProfile Profile);

/// <summary>What an administrator may change of an account.</summary>
/// <param name="DisplayName">As colleagues, and citizens who are helped, read it.</param>
/// <param name="Roles">Some of <see cref="StaffRoles.All"/>.</param>
public sealed record StaffProfile(string DisplayName, IReadOnlyList<string> Roles)
{
    /// <summary>Id of an office; null: of all of them.</summary>
    public string? Office { get; init; }

    /// <summary>Languages spoken, such as <c>zh</c> and <c>mn</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>A service (<c>legal-aid</c>) or one of its matters (<c>legal-aid/wages</c>).</summary>
    public IReadOnlyList<string> CaseKinds { get; init; } = [];
}

/// <summary>An account as an administrator sees it.</summary>
/// <param name="User">User name.</param>
/// <param name="Profile">What may be changed.</param>
/// <param name="HasSecondFactor">Whether a code of an authenticator is asked for.</param>
/// <param name="MustChangePassword">Whether the password is still the one that was given.</param>
/// <param name="DisabledAt">Since when it opens nothing; null: it does.</param>
/// <param name="LockedUntil">Until when too many wrong passwords keep it shut; null: they do not.</param>
/// <param name="LastSignInAt">Null: never.</param>
public sealed record StaffRow(
    string User,
    StaffProfile Profile,
    bool HasSecondFactor,
    bool MustChangePassword,
    DateTimeOffset? DisabledAt,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? LastSignInAt)
{
    internal static StaffRow Of(StaffMember member, DateTimeOffset now) => new(
        member.UserName!,
        new StaffProfile(member.DisplayName, member.Roles) { Office = member.Office, Languages = member.Languages, CaseKinds = member.CaseKinds },
        member.TwoFactorEnabled,
        member.MustChangePassword,
        member.DisabledAt,
        member.LockoutEnd > now ? member.LockoutEnd : null,
        member.LastSignInAt);
}

/// <summary>A password that is told once.</summary>
/// <param name="User">Whose.</param>
/// <param name="Password">Opens nothing but the page where it is changed.</param>
public sealed record OneTimePassword(string User, string Password)
{
    // A record writes out its members, and this one must not be read in a log.
    /// <inheritdoc/>
    public override string ToString() => nameof(OneTimePassword);
}
