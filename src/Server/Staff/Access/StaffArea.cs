namespace LegalService.Server.Staff.Access;

/// <summary>Addresses that belong to the staff.</summary>
internal static class StaffArea
{
    public const string Pages = "/staff";
    public const string Api = "/api/v1/staff";
    public const string SignIn = "/staff/sign-in";
    public const string Password = "/staff/password";

    /// <summary>The line to the server that an open page lives on.</summary>
    public const string Circuits = "/_blazor";

    public static bool Contains(PathString path) => IsPage(path) || IsApi(path);

    public static bool IsPage(PathString path) =>
        path.StartsWithSegments(Pages, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase);

    public static bool IsApi(PathString path) => path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where to go after signing in: an address of this area, whatever was asked for.</summary>
    public static string Local(string? address) =>
        address is not null && (address == Pages || address.StartsWith(Pages + "/", StringComparison.Ordinal)) && !address.Contains('\\', StringComparison.Ordinal)
            ? address
            : Pages;
}
