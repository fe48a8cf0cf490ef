using System.ComponentModel.DataAnnotations;
using LegalService.Casework.Staff;

namespace LegalService.Server.Staff;

/// <summary>How the staff sign in. Settings under <c>Staff</c>.</summary>
internal sealed class StaffOptions : IValidatableObject
{
    public const string Section = "Staff";

    /// <summary>A session ends when nobody has touched it for so long.</summary>
    [Range(5, 1440, ErrorMessage = "Staff:SessionMinutes 要在 5 到 1440 之间")]
    public int SessionMinutes { get; set; } = 60;

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    [Range(3, 100, ErrorMessage = "Staff:LockAfter 要在 3 到 100 之间")]
    public int LockAfter { get; set; } = 5;

    /// <summary>For how long it is locked.</summary>
    [Range(1, 1440, ErrorMessage = "Staff:LockMinutes 要在 1 到 1440 之间")]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Seconds between two looks whether a session still holds: a disabled account is out after that time.</summary>
    [Range(1, 60, ErrorMessage = "Staff:RevalidateSeconds 要在 1 到 60 之间")]
    public int RevalidateSeconds { get; set; } = 30;

    /// <summary>The county's own identity service; off unless its address is given.</summary>
    public OpenIdConnectSettings OpenIdConnect { get; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => OpenIdConnect.IsOn ? OpenIdConnect.Problems() : [];
}

/// <summary>Settings under <c>Staff:OpenIdConnect</c>.</summary>
internal sealed class OpenIdConnectSettings
{
    /// <summary>Address of the identity service; null: nobody signs in this way.</summary>
    public string? Authority { get; set; }

    /// <summary>What this service is called there.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the button says.</summary>
    public string Label { get; set; } = "用统一身份登录";

    /// <summary>The claim that says what somebody may do.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Value of that claim -> one of <see cref="StaffRoles.All"/>. Who has none of the values is not let in.</summary>
    public Dictionary<string, string> Roles { get; } = new(StringComparer.Ordinal);

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>What is wrong with it when it is on.</summary>
    internal IEnumerable<ValidationResult> Problems()
    {
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            yield return new("Staff:OpenIdConnect:Authority 要写完整的 https 网址");
        if (string.IsNullOrWhiteSpace(ClientId))
            yield return new("Staff:OpenIdConnect:ClientId 没有写");
        if (Roles.Count == 0)
            yield return new("Staff:OpenIdConnect:Roles 没有写：没有人登录得进来");
        foreach (var (value, role) in Roles.Where(pair => !StaffRoles.All.Contains(pair.Value, StringComparer.Ordinal)))
            yield return new($"Staff:OpenIdConnect:Roles:{value} 是 {role}，应当是 {string.Join('、', StaffRoles.All)} 之一");
    }
}
