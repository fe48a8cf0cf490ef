using System.Reflection;
using System.Xml.Linq;

namespace LegalService.Server.Tests.Architecture;

/// <summary>The source files of the product.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    public static XDocument Project(string name) => XDocument.Load(Path.Combine(Folder(name), name + ".csproj"));

    public static IEnumerable<string> Includes(string project, string element) =>
        Project(project).Descendants(element).Select(reference => reference.Attribute("Include")!.Value);

    public static IEnumerable<string> SourceFiles(string project) => Files(project, "*.cs");

    /// <summary>Code, pages and scripts.</summary>
    public static IEnumerable<string> CodeFiles(string project) =>
        [.. SourceFiles(project), .. Files(project, "*.razor"), .. Files(project, "*.js").Where(IsOwn), .. Files(project, "*.html")];

    private static bool IsOwn(string script) => !script.EndsWith("webchat.js", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string project, string pattern) => Directory.GetFiles(Folder(project), pattern, SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Folder(project), path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Folder(string project) => Path.Combine(Root, "src", project);
}
