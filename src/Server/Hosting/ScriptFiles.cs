using Microsoft.Extensions.FileProviders;

namespace LegalService.Server.Hosting;

/// <summary>Style sheet and font of languages that are written downwards; they lie beside the texts and travel with every process that shows them.</summary>
internal static class ScriptFiles
{
    private const string Path = "/script";

    public static void UseScriptFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        RequestPath = Path,
        FileProvider = new PhysicalFileProvider(System.IO.Path.Combine(AppContext.BaseDirectory, "script")),
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
    });
}
