using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Tests.Samples;

/// <summary>The services of the repository.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "services");

    public static ServiceCatalog Catalog { get; } = ServiceCatalog.Load(Folder);

    public static ServiceDefinition LegalAid => Catalog.Find("legal-aid")!;

    public static ServiceDefinition RemoteNotary => Catalog.Find("remote-notary")!;

    public static ServiceDefinition Consultation => Catalog.Find("legal-consultation")!;
}
