using LegalService.Casework.Letters;
using LegalService.Casework.Reading;
using LegalService.Casework.Requests;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews;

namespace LegalService.Casework.Tests.Letters;

public sealed class TemplateTests
{
    private static readonly IServiceDefinitions Services = new CatalogDefinitions(ServiceCatalog.Load(Path.Combine(CaseworkHost.CorpusFolder, "services")));

    [Theory]
    [InlineData("after: [refused]", "after: [rejected]", "没有“rejected”这个事件")]
    [InlineData("{申请人}", "{申请人姓名}", "不认识 {申请人姓名}")]
    [InlineData("{申请人}", "{回答:storey}", "不认识 {回答:storey}")]
    [InlineData("services: [legal-aid]", "services: [legal-aids]", "没有“legal-aids”这项服务")]
    [InlineData("keep: [五日内]", "keep: [七日内]", "keep 里的“七日内”在 text 里没有")]
    [InlineData("第四十九条]", "49条]", "要写成：法律援助法 第四十三条")]
    [InlineData("id: letter", "id: other", "id 要和文件名一样")]
    public void A_mistake_is_named_with_its_file(string right, string wrong, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("legalservice-letters-").FullName;
        const string Letter = """
            id: letter
            title: 决定书
            services: [legal-aid]
            after: [refused]
            basis: [法律援助法 第四十九条]
            keep: [五日内]
            text: |
              # 决定书
              | {申请人}：
              五日内审查。{回答:story}
            """;
        File.Copy(Path.Combine(CaseworkHost.CorpusFolder, "letters", "settings.yaml"), Path.Combine(folder, "settings.yaml"));
        File.WriteAllText(Path.Combine(folder, "letter.yaml"), Letter);
        Assert.Single(LetterTemplates.Load(folder, Services).All);

        File.WriteAllText(Path.Combine(folder, "letter.yaml"), Letter.Replace(right, wrong, StringComparison.Ordinal));

        var problem = Assert.Single(Assert.Throws<CorpusException>(() => LetterTemplates.Load(folder, Services)).Problems);
        Assert.EndsWith("/letter.yaml", problem.File, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.True(problem.Line > 0);
    }

    [Fact]
    public void Two_offices_cannot_have_the_same_word_in_their_numbers()
    {
        var folder = Directory.CreateTempSubdirectory("legalservice-letters-").FullName;
        File.WriteAllText(Path.Combine(folder, "settings.yaml"), """
            number: "{字}〔{年}〕{号}号"
            word: 法援
            offices: [{ office: example-centre, word: 法援 }]
            hotline: "12348"
            """);

        Assert.Contains("文号会相同", Assert.Single(Assert.Throws<CorpusException>(() => LetterTemplates.Load(folder, Services)).Problems).Reason, StringComparison.Ordinal);
    }
}
