using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Ranking;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Makes the composer that writes with a language model, anew for each corpus that is loaded.</summary>
internal interface IComposerFactory
{
    /// <summary>The composer; null when no model is set, or the corpus has no prompts.</summary>
    IComposer? Create(KnowledgeIndex index, ArticleSearch search);
}
