using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.LanguageModel;
using LegalService.Knowledge.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Knowledge.Tests.LanguageModel;

public sealed class RewritingTests : IDisposable
{
    private static readonly string[] Before = ["老板拖欠我3个月工资怎么办"];

    private readonly ModelPrompts _prompts = ModelPromptsReader.Read(Path.Combine(CorpusFolder.Repository, "corpus", "prompts"));
    private readonly ModelSite _site = new();

    [Fact]
    public async Task A_follow_up_becomes_a_whole_question_in_the_citizens_words()
    {
        _site.Writes("老板拖欠我三个月工资，没签合同怎么办？");

        Assert.Equal("老板拖欠我三个月工资，没签合同怎么办？", await RewriteAsync("那没签合同呢"));
    }

    [Fact]
    public async Task Personal_data_does_not_leave_and_comes_back()
    {
        _site.Writes("老板〔姓名甲〕拖欠我3个月工资，电话〔电话甲〕打不通怎么办");

        Assert.Equal("老板王强拖欠我3个月工资，电话13900000001打不通怎么办", await RewriteAsync("老板叫王强，电话13900000001打不通呢"));
        Assert.DoesNotContain("13900000001", _site.Requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("王强", _site.Said(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("老板拖欠我五个月工资，没签合同怎么办？")]
    [InlineData("依据《劳动合同法》，老板拖欠工资没签合同怎么办？")]
    [InlineData("您应当先去劳动监察大队投诉，再申请仲裁，时效是从知道权利受侵害之日起算的。")]
    [InlineData("好的。\n老板拖欠我3个月工资，没签合同怎么办？")]
    [InlineData("I cannot help with that.")]
    [InlineData("")]
    public async Task What_is_not_the_citizens_question_is_not_taken(string text)
    {
        _site.Writes(text);

        Assert.Null(await RewriteAsync("那没签合同呢"));
    }

    [Fact]
    public async Task Without_a_model_nothing_is_asked()
    {
        Assert.Null(await RewriteAsync("那没签合同呢", options => options.Endpoint = null));
        Assert.Empty(_site.Requests);
    }

    public void Dispose() => _site.Dispose();

    private async Task<string?> RewriteAsync(string message, Action<ModelOptions>? configure = null)
    {
        using var services = new ServiceCollection().AddLogging().AddLanguageModel(options =>
        {
            (options.Endpoint, options.Name, options.RewriteWithin, options.CallWithin) = (_site.Address, "test", TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
            configure?.Invoke(options);
        }).BuildServiceProvider();
        return await services.GetRequiredService<IQuestionRewriter>().RewriteAsync(_prompts, message, Before, patience: null, CancellationToken.None);
    }
}
