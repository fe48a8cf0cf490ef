namespace LegalService.Kiosk.Tests.Support;

/// <summary>Folders that are gone when the tests are.</summary>
internal static class Scratch
{
    private static readonly DirectoryInfo Root = Begin();

    public static string NewFolder() => Root.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;

    private static DirectoryInfo Begin()
    {
        var root = Directory.CreateTempSubdirectory("legal-kiosk-tests-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => root.Delete(recursive: true);
        return root;
    }
}
