using LegalService.Casework.Matters;

namespace LegalService.Server.Pages.My;

/// <summary>The cookie of a citizen who signed in: a secret without meaning, gone with the browser, of use only on this site.</summary>
internal static class MyCookie
{
    private const string Name = "legal.my";
    private const string Path = "/my";

    /// <summary>Who is signed in; null: nobody, or no longer.</summary>
    public static async Task<MatterSession?> FindAsync(HttpContext context, MatterDoor door) =>
        context.Request.Cookies[Name] is { Length: > 0 and <= 100 } token ? await door.FindAsync(token, context.RequestAborted) : null;

    /// <summary>Keeps somebody signed in.</summary>
    public static void Set(HttpContext context, MatterSession session) => context.Response.Cookies.Append(Name, session.Token, Options(context));

    /// <summary>Forgets who was signed in, here and on the server.</summary>
    public static async Task ForgetAsync(HttpContext context, MatterDoor door)
    {
        if (context.Request.Cookies[Name] is { Length: > 0 } token)
            await door.LeaveAsync(token, context.RequestAborted);
        context.Response.Cookies.Delete(Name, Options(context));
    }

    // Lax: a link from a conversation leads here, and what changes something is sent by forms of this site only.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = Path,
        IsEssential = true,
    };
}
