using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using LegalService.Interviews.Languages;
using LegalService.Server.Tests.Architecture;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Languages;

public sealed partial class LanguageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly TextCatalog Texts = TextCatalog.Load(Path.Combine(Repository.Root, "corpus", "texts"));

    [Fact]
    public async Task A_service_is_read_in_the_language_asked_for_and_in_Chinese_where_it_is_not_translated()
    {
        var chinese = await shared.Client.ReadAsync("/api/v1/services/legal-aid");
        var mongolian = await shared.Client.ReadAsync("/api/v1/services/legal-aid?language=mn");

        Assert.Equal("法律援助申请", chinese.Text("name"));
        Assert.Matches(Mongolian(), mongolian.Text("name"));
        Assert.Equal(chinese.Text("summary"), mongolian.Text("summary"));
    }

    [Fact]
    public async Task A_browser_gets_no_sample_by_itself_and_an_unknown_language_is_Chinese()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/services/legal-aid");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("mn-Mong"));
        using var response = await shared.Client.SendAsync(request);

        Assert.Equal("zh-CN", response.Content.Headers.ContentLanguage.Single());
        Assert.Equal("法律援助申请", (await shared.Client.ReadAsync("/api/v1/services/legal-aid?language=xx")).Text("name"));
    }

    [Fact]
    public async Task A_language_tells_how_it_is_written_how_much_of_it_is_there_and_whether_it_is_a_sample()
    {
        var languages = (await shared.Client.ReadAsync("/api/v1/languages")).EnumerateArray().ToList();

        var (chinese, mongolian) = (languages[0], languages.Single(language => language.Text("id") == "mn"));
        Assert.Equal(chinese.GetProperty("texts").GetInt32(), chinese.GetProperty("translated").GetInt32());
        Assert.Equal("vertical", mongolian.Text("writing"));
        Assert.Contains("样例", mongolian.Text("sample"), StringComparison.Ordinal);
        Assert.InRange(mongolian.GetProperty("translated").GetInt32(), 1, mongolian.GetProperty("texts").GetInt32() - 1);
    }

    [Fact]
    public async Task The_chat_page_is_written_in_HTML_as_its_Chinese_texts_have_it()
    {
        var page = await shared.Client.GetStringAsync("/");

        foreach (var match in Written().Matches(page).Concat(Attributed().Matches(page)))
            Assert.Equal(Texts.Text(Texts.Default, match.Groups["key"].Value), match.Groups["text"].Value);
    }

    [GeneratedRegex(@"[\u1820-\u18aa]", RegexOptions.None, 1000)]
    private static partial Regex Mongolian();

    [GeneratedRegex(@"data-text=""(?<key>[^""]+)""[^>]*>(?<text>[^<]*)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"(aria-label|placeholder)=""(?<text>[^""]+)""[^>]*? data-(label|placeholder)=""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attributed();
}
