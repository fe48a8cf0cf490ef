using System.Text;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LegalService.Interviews.Tests.Definitions;

public sealed class CatalogTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("services");

    private static readonly string Good = Sample.Head + Sample.WithFields("- { id: name, type: name, label: 名字 }");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_mistakes_of_all_files_are_named_together()
    {
        Write("sample.yaml", Good.Replace("version: 1", "version: 0", StringComparison.Ordinal));
        Write("second.yaml", Good);

        var exception = Assert.Throws<ServiceDefinitionException>(() => ServiceCatalog.Load(folder.FullName));

        Assert.Equal([("services/sample.yaml", 4), ("services/second.yaml", 1)], exception.Problems.Select(problem => (problem.File, problem.Line)));
        Assert.Contains("services/second.yaml(1): service.id", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_services_is_refused()
    {
        Assert.Equal("service.none", Assert.Single(Assert.Throws<ServiceDefinitionException>(() => ServiceCatalog.Load(folder.FullName)).Problems).Code);
        Assert.Equal("service.noFolder", Assert.Single(Assert.Throws<ServiceDefinitionException>(() => ServiceCatalog.Load(Path.Combine(folder.FullName, "x"))).Problems).Code);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "sample.yaml"), [0x69, 0x64, 0x3A, 0x20, 0xC4, 0xE3]);

        Assert.Equal("service.encoding", Assert.Single(Assert.Throws<ServiceDefinitionException>(() => ServiceCatalog.Load(folder.FullName)).Problems).Code);
    }

    [Fact]
    public void The_start_is_stopped_by_a_mistake_and_names_it()
    {
        Write("sample.yaml", Good.Replace("type: name", "type: nam", StringComparison.Ordinal));
        using var provider = Provider(options => options.Folder = folder.FullName);

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("services/sample.yaml(22): service.unknownValue", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_is_missing_is_named_by_its_path()
    {
        using var provider = Provider(_ => { });

        Assert.Contains("Interviews:Folder", Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<ServiceCatalog>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_is_found_by_its_id_and_has_the_limits_of_the_settings()
    {
        Write("sample.yaml", Good);
        using var provider = Provider(options =>
        {
            options.Folder = folder.FullName;
            options.MaxAnswers = 20;
        });

        var catalog = provider.GetRequiredService<ServiceCatalog>();

        Assert.Equal(20, catalog.Find("sample")!.Limits.MaxAnswers);
        Assert.Null(catalog.Find("other"));
    }

    private static ServiceProvider Provider(Action<InterviewsOptions> configure) => new ServiceCollection().AddInterviews(configure).BuildServiceProvider();

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text, new UTF8Encoding(false));
}
