using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Editing;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Editing;

public sealed class TrialTests : IAsyncLifetime, IDisposable
{
    private const string Question = "井绳断了桶掉下去找谁赔";
    private readonly CorpusFolder _corpus = CorpusFolder.Sample();
    private KnowledgeBase.Loaded _loaded = null!;

    [Fact]
    public void A_new_entry_answers_on_trial_and_nowhere_else()
    {
        using var trial = Trial.Of(ProposedEntry.Of(Rope), _loaded, CancellationToken.None);

        var tried = trial.Ask("井绳断了桶没了谁赔", Asking.Today);

        Assert.True(tried.UsesEntry);
        Assert.StartsWith("绳断了找村委会。", tried.Answer.Text, StringComparison.Ordinal);
        Assert.Equal(Question, tried.Like[0].Asked.Faq!.Question);
        Assert.DoesNotContain("绳断了", _loaded.Answerer.Ask(Question).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_goes_elsewhere_says_where()
    {
        using var trial = Trial.Of(ProposedEntry.Of(Rope), _loaded, CancellationToken.None);

        var tried = trial.Ask("邻居把井填了我没水吃怎么办", Asking.Today);

        Assert.False(tried.UsesEntry);
        Assert.Equal("well-filled", tried.Like[0].Asked.Faq!.Id);
    }

    [Fact]
    public void A_mended_note_is_said_on_trial()
    {
        var file = _loaded.Index.Corpus.Notes[0];
        var mended = file.Notes[0] with { Gist = "谁来打水都行，一天别超过二十桶。" };

        using var trial = Trial.Of(ProposedEntry.Of(file, mended), _loaded, CancellationToken.None);

        Assert.Contains("谁来打水都行", trial.Ask("水井法第三条", Asking.Today).Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawn_entry_no_longer_answers_on_trial()
    {
        var entry = _loaded.Index.Corpus.Faq[0];

        using var trial = Trial.Of(ProposedEntry.Read(EntryName.Faq(entry.Id), EntryText.Withdrawing(entry)), _loaded, CancellationToken.None);

        Assert.NotEqual(AnswerSource.Faq, trial.Ask("邻居把井填了我没水吃怎么办", Asking.Today).Answer.Source);
    }

    public async Task InitializeAsync()
    {
        var index = await _corpus.IndexAsync();
        _loaded = new KnowledgeBase.Loaded(index, new Answerer(index), "x");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _loaded.Index.Dispose();
        _corpus.Dispose();
    }

    private static FaqEntry Rope => new()
    {
        Id = "rope", Topic = "水井", Question = Question, Answer = "绳断了找村委会。", OtherWays = ["井绳断了桶没了", "打水的绳子断了", "桶掉井里捞不上来"],
        Citations = [new ArticleKey("水井法", new ArticleNumber(3))], File = "",
    };
}
