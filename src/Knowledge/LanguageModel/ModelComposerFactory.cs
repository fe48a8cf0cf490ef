using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.LanguageModel.Embeddings;
using LegalService.Knowledge.Ranking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Makes composers that all ask the one endpoint of the settings.</summary>
internal sealed class ModelComposerFactory(
    ModelChat chat, EmbeddedArticles embedded, IOptions<ModelOptions> options, ModelMetrics metrics, TimeProvider time, ILogger<ModelComposer> logger) : IComposerFactory
{
    public IComposer? Create(KnowledgeIndex index, ArticleSearch search)
    {
        if (!options.Value.IsOn)
            return null;
        if (index.Corpus is { Prompts: not null, Answers: not null })
            return new ModelComposer(index, search, chat, embedded, options.Value, metrics, time, logger);
        logger.LogWarning("A model is set, but the corpus has no prompts: answers are written without it");
        return null;
    }
}
