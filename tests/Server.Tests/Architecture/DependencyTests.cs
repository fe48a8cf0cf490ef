namespace LegalService.Server.Tests.Architecture;

public sealed class DependencyTests
{
    /// <summary>Who may know whom, as the design has it. Nobody may know anybody else.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Knowledge"] = [],
        ["Interviews"] = [],
        ["Contracts"] = [],
        ["Casework"] = ["Interviews"],
        ["Bot"] = ["Knowledge", "Interviews", "Casework"],
        ["Server"] = ["Knowledge", "Interviews", "Contracts", "Casework", "Bot"],
        ["Kiosk"] = ["Contracts", "Interviews", "Knowledge"],
        ["Tool"] = ["Knowledge"],
        ["Training"] = ["Knowledge", "Tool"],
    };

    [Fact]
    public void The_projects_are_those_of_the_design()
    {
        Assert.Contains("Server", Repository.Projects);
        Assert.All(Repository.Projects, project => Assert.Contains(project, Allowed.Keys));
    }

    [Fact]
    public void No_project_knows_another_than_it_may()
    {
        foreach (var project in Repository.Projects)
        {
            foreach (var known in Repository.Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))))
                Assert.True(Allowed[project].Contains(known, StringComparer.Ordinal), $"{project} must not know {known}");
        }
    }

    [Fact]
    public void Knowledge_needs_neither_the_web_nor_a_database()
    {
        Assert.Empty(Repository.Includes("Knowledge", "FrameworkReference"));
        Assert.Equal("Microsoft.NET.Sdk", Repository.Project("Knowledge").Root!.Attribute("Sdk")!.Value);
        Assert.All(
            Repository.Includes("Knowledge", "PackageReference"),
            package => Assert.DoesNotMatch("(?i)AspNetCore|EntityFramework|Sqlite|Npgsql|SqlClient|Dapper", package));
        Assert.DoesNotContain(
            typeof(Knowledge.Hosting.KnowledgeBase).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || assembly.Name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_versions_stand_in_one_place_only()
    {
        foreach (var project in Repository.Projects)
            Assert.DoesNotContain(Repository.Project(project).Descendants("PackageReference"), package => package.Attribute("Version") is not null);
    }
}
