using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LegalService.Server.Hosting;

/// <summary>How large a request may be. The largest question, escaped, stays well below.</summary>
internal static class RequestLimits
{
    /// <summary>In bytes.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>In bytes: all answers of an interview (<c>Interviews:MaxCharacters</c>), escaped.</summary>
    public const int LargestInterview = 512 * 1024;

    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = LargestBody;
        options.Limits.MaxRequestLineSize = 16 * 1024;
    }
}
