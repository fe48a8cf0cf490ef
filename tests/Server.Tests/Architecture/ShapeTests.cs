using System.Reflection;
using LegalService.Contracts;

namespace LegalService.Server.Tests.Architecture;

public sealed class ShapeTests
{
    /// <summary>Processes: they put the services of others together and have none of their own to offer.</summary>
    private static readonly string[] Processes = ["Server", "Kiosk", "Tool", "Training"];

    [Fact]
    public void Each_project_with_services_registers_them_in_one_place()
    {
        foreach (var project in Repository.Projects.Except(Processes, StringComparer.Ordinal))
        {
            var files = Repository.SourceFiles(project).Where(path => Path.GetFileName(path) == "ServiceCollectionExtensions.cs").ToList();
            Assert.True(files.Count == 1, $"{project} has {files.Count} ServiceCollectionExtensions.cs");
            Assert.Matches(@"public static \w+ Add\w+\(this IServiceCollection", File.ReadAllText(files[0]));
        }
    }

    [Fact]
    public void Public_types_of_the_contracts_are_sealed_records_or_interfaces()
    {
        var types = typeof(AnswerRequest).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(AnswerRequest).Namespace && type.Name != "ServiceCollectionExtensions").ToList();

        Assert.Contains(typeof(AnswerRequest), types);
        Assert.All(types, type => Assert.True(type.IsInterface || (type.IsSealed && IsRecord(type)), $"{type} is neither"));
    }

    [Fact]
    public void Records_of_the_contracts_cannot_be_changed_once_made()
    {
        foreach (var property in typeof(AnswerRequest).Assembly.GetExportedTypes().Where(IsRecord).SelectMany(type => type.GetProperties()))
        {
            var isInitOnly = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) ?? true;
            Assert.True(isInitOnly, $"{property.DeclaringType}.{property.Name} can be set");
            Assert.False(property.PropertyType.IsArray, $"{property.DeclaringType}.{property.Name} is an array");
        }
    }

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.Threading.Tasks.Task`1.Result")]
    [InlineData("M:System.Threading.Tasks.Task.Wait")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    public void What_must_not_be_used_is_banned(string symbol)
    {
        Assert.Contains(
            File.ReadLines(Path.Combine(Repository.Root, "BannedSymbols.txt")), line => line.StartsWith(symbol + ";", StringComparison.Ordinal));
    }

    [Fact]
    public void The_ban_holds_in_every_project_and_breaks_the_build()
    {
        var properties = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props"));

        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", properties, StringComparison.Ordinal);
        Assert.Matches(@"<AdditionalFiles Include=""[^""]*BannedSymbols\.txt""", properties);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", properties, StringComparison.Ordinal);
        foreach (var project in Repository.Projects)
            Assert.DoesNotContain("RS0030", Repository.Project(project).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("RS0030", File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_file_is_too_long_to_be_read()
    {
        // Migrations are written by dotnet ef.
        foreach (var file in Repository.Projects.SelectMany(Repository.SourceFiles).Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal)))
            Assert.True(File.ReadLines(file).Count() < 250, Path.GetRelativePath(Repository.Root, file));
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;
}
