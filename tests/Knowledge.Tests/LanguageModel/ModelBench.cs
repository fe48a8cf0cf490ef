using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Import;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.LanguageModel;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Knowledge.Tests.LanguageModel;

/// <summary>The sample corpus with the shipped prompts, and a model that answers from <see cref="Site"/>.</summary>
internal sealed class ModelBench : IDisposable
{
    public const string Question = "邻居把井填了我没水吃怎么办";

    private readonly CorpusFolder _folder = CorpusFolder.Sample();
    private readonly Action<ModelOptions> _configure;
    private ServiceProvider? _services;
    private KnowledgeIndex? _index;
    private Answerer? _answerer;

    public ModelBench(Action<ModelOptions>? configure = null)
    {
        _configure = configure ?? (_ => { });
        foreach (var file in Directory.GetFiles(Path.Combine(CorpusFolder.Repository, "corpus", "prompts")))
            _folder.Write("prompts/" + Path.GetFileName(file), File.ReadAllBytes(file));
    }

    public ModelSite Site { get; } = new();

    public TimeProvider? Time { get; init; }

    public async Task<ModelBench> WithAsync(params Statute[] statutes)
    {
        await FullTextStore.WriteAsync(_folder.Path, statutes, CancellationToken.None);
        return this;
    }

    public ModelBench Write(string file, string text)
    {
        _folder.Write(file, text);
        return this;
    }

    public async Task<Answer> AskAsync(string question = Question) =>
        await (await AnswererAsync()).AnswerAsync(question, Asking.Today, Asking.Today, CancellationToken.None);

    /// <summary>The answer of the same corpus to whom no model is set.</summary>
    public async Task<Answer> PlainAsync(string question = Question) => (await AnswererAsync()).Answer(question, Asking.Today, Asking.Today);

    public async Task<Answerer> AnswererAsync()
    {
        if (_answerer is not null)
            return _answerer;
        var services = new ServiceCollection().AddLogging();
        if (Time is not null)
            services.AddSingleton(Time);
        _services = services.AddLanguageModel(options =>
        {
            (options.Endpoint, options.Name, options.ApiKey, options.RetryAfter) = (Site.Address, "test", "secret", TimeSpan.FromMilliseconds(10));
            // However busy the machine is; tests of lateness set their own.
            (options.AnswerWithin, options.CallWithin) = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
            _configure(options);
        }).BuildServiceProvider();
        _index = await _folder.IndexAsync();
        var search = new ArticleSearch(_index);
        return _answerer = new Answerer(_index, search, _services.GetRequiredService<IComposerFactory>().Create(_index, search));
    }

    public void Dispose()
    {
        Site.Dispose();
        _services?.Dispose();
        _index?.Dispose();
        _folder.Dispose();
    }
}
