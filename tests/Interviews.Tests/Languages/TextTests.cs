using System.Text;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Languages;
using LegalService.Interviews.Tests.Samples;
using LegalService.Interviews.Walking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LegalService.Interviews.Tests.Languages;

public sealed class TextTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("texts");

    public TextTests()
    {
        Write("zh/language.yaml", "tag: zh-CN\nname: 中文\nwriting: horizontal\n");
        Write("zh/home.yaml", "home:\n  ask: 问法律问题\n  hello: 您好，{0}\n  deep: { er: 更深 }\n");
        Write("mn/language.yaml", "tag: mn-Mong\nname: ᠮᠣᠩᠭᠣᠯ\nwriting: vertical\nsample: 样例\n");
        Write("mn/home.yaml", "home: { hello: 'ᠰᠠᠶᠢᠨ {0}' }\n");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_screen_speaks_the_language_chosen_and_Chinese_where_it_is_not_translated()
    {
        using var provider = Provider();
        using var circuit = provider.CreateScope();
        var texts = circuit.ServiceProvider.GetRequiredService<IStringLocalizer>();

        Assert.Equal("您好，巴特尔", texts["home.hello", "巴特尔"]);
        Assert.Equal("更深", texts["home.deep.er"]);
        circuit.ServiceProvider.GetRequiredService<LanguageChoice>().Choose("mn");

        Assert.Equal("ᠰᠠᠶᠢᠨ 巴特尔", texts["home.hello", "巴特尔"]);
        Assert.Equal("问法律问题", texts["home.ask"]);
        Assert.Equal(["home.hello"], texts.GetAllStrings(includeParentCultures: false).Select(text => text.Name));
        Assert.True(texts["home.nothing"].ResourceNotFound);
    }

    [Fact]
    public void Each_person_has_a_language_of_their_own_and_one_that_is_not_there_changes_nothing()
    {
        using var provider = Provider();
        using var mine = provider.CreateScope();
        using var yours = provider.CreateScope();
        var choice = mine.ServiceProvider.GetRequiredService<LanguageChoice>();
        var changes = 0;
        choice.Changed += (_, _) => changes++;

        choice.Choose("mn");
        choice.Choose("xx");

        Assert.Equal(("mn-Mong", "script-vertical", "样例"), (choice.Current.Tag, choice.Current.CssClass, choice.Current.Sample));
        Assert.Equal("zh-CN", yours.ServiceProvider.GetRequiredService<LanguageChoice>().Current.Tag);
        Assert.Equal(1, changes);
    }

    [Fact]
    public void Texts_that_are_replaced_are_seen_at_once()
    {
        using var provider = Provider();
        using var circuit = provider.CreateScope();
        Write("zh/home.yaml", "home: { ask: 有事问我, hello: '{0}' }\n");

        provider.GetRequiredService<TextShelf>().Replace(TextCatalog.Load(folder.FullName));

        Assert.Equal("有事问我", circuit.ServiceProvider.GetRequiredService<IStringLocalizer>()["home.ask"]);
    }

    [Fact]
    public void What_is_not_translated_is_counted()
    {
        var catalog = TextCatalog.Load(folder.FullName);

        Assert.Equal(["home.ask", "home.deep.er"], catalog.Missing(catalog.Find("mn")!));
        Assert.Empty(catalog.Missing(catalog.Default));
    }

    [Fact]
    public void A_service_is_read_in_the_language_chosen_text_by_text()
    {
        Write("mn/services/legal-consultation.yaml", "name: ᠵᠥᠪᠯᠡᠯᠭᠡ\nguide: { for: [ᠬᠦᠮᠦᠨ] }\nfields: { topic: { options: { labour: ᠬᠥᠳᠡᠯᠮᠦᠷᠢ } } }\n");
        using var provider = Provider();
        using var circuit = provider.CreateScope();
        var translator = circuit.ServiceProvider.GetRequiredService<FormTranslator>();
        Assert.Same(Shipped.Consultation.Name, translator.Of(Shipped.Consultation).Name);

        circuit.ServiceProvider.GetRequiredService<LanguageChoice>().Choose("mn");
        var service = translator.Of(Shipped.Consultation);

        Assert.Equal(("ᠵᠥᠪᠯᠡᠯᠭᠡ", Shipped.Consultation.Summary), (service.Name, service.Summary));
        Assert.Equal(["ᠬᠦᠮᠦᠨ", .. Shipped.Consultation.Guide.For.Skip(1)], service.Guide.For);
        var question = Interview.Next(service, Answers.Empty, new(2026, 3, 2)).Question!;
        Assert.Equal("ᠬᠥᠳᠡᠯᠮᠦᠷᠢ", question.Options.Single(option => option.Value == "labour").Label);
        Assert.Equal(Shipped.Consultation.Interview.Field("topic")!.Label, question.Label);
    }

    [Theory]
    [InlineData("mn/services/legal-consultation.yaml", "nmae: x", "texts/mn/services/legal-consultation.yaml(1): text.unknownKey")]
    [InlineData("mn/services/no-such.yaml", "name: x", "texts/mn/services/no-such.yaml(1): text.unknownKey")]
    [InlineData("mn/home.yaml", "home: { other: x }", "texts/mn/home.yaml(1): text.unknownKey")]
    [InlineData("mn/home.yaml", "home: { hello: x }", "texts/mn/home.yaml(1): text.places")]
    [InlineData("zh/home.yaml", "home: { hello: '{name}' }", "texts/zh/home.yaml(1): text.places")]
    [InlineData("zh/home.yaml", "home:\n  ask: ''", "texts/zh/home.yaml(2): service.emptyText")]
    [InlineData("zh/more.yaml", "home: { ask: 又一次 }", "texts/zh/more.yaml(1): service.duplicateKey")]
    [InlineData("zh/more.yaml", "mo re: 一", "texts/zh/more.yaml(1): text.key")]
    [InlineData("mn/language.yaml", "name: x\nwriting: sideways", "texts/mn/language.yaml(2): service.unknownValue")]
    [InlineData("bo/common.yaml", "", "texts/bo/language.yaml(0): text.noFile")]
    public void A_mistake_stops_the_start_and_is_named(string file, string text, string problem)
    {
        Write(file, text);
        using var provider = Provider();

        Assert.Contains(problem, Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_must_be_there()
    {
        Directory.Delete(Path.Combine(folder.FullName, "zh"), recursive: true);

        Assert.Equal("text.noChinese", Assert.Single(Assert.Throws<ServiceDefinitionException>(() => TextCatalog.Load(folder.FullName)).Problems).Code);
    }

    private ServiceProvider Provider() =>
        new ServiceCollection().AddInterviews(options => options.Folder = Shipped.Folder).AddTexts(options => options.Folder = folder.FullName).BuildServiceProvider();

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(false));
    }
}
