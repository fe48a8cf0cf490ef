using System.Globalization;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.LanguageModel.Embeddings;
using LegalService.Knowledge.Ranking;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Lets the model write an answer from the articles that were found and the FAQ entry that fits. Safe for many threads.</summary>
internal sealed class ModelComposer(
    KnowledgeIndex index,
    ArticleSearch search,
    ModelChat chat,
    EmbeddedArticles embedded,
    ModelOptions options,
    ModelMetrics metrics,
    TimeProvider time,
    ILogger<ModelComposer> logger) : IComposer
{
    /// <summary>Characters of an article's text that the model is given; longer ones are lists of crimes or definitions.</summary>
    private const int LongestPassage = 900;

    private const string NotEnough = "材料不足";
    private const string None = "（没有）";

    private readonly ModelPrompts _prompts = index.Corpus.Prompts!;
    private readonly OutcomeTexts _texts = index.Corpus.Answers!.Outcomes;

    public async Task<Draft?> ComposeAsync(Material material, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var (personal, passages) = (new PersonalData(), new Passages(index, options.Passages, LongestPassage));
        var faq = DefaultComposer.NearestFaq(material, _texts);
        var kernel = options.LookUps > 0 ? new LegalFunctions(search, passages, _texts, material.Day).InKernel() : null;
        var question = personal.Mask(material.Question);
        var fused = await embedded.FuseAsync(index, material.Found.Candidates, question, material.Day, material.Patience, cancellation);
        var history = Conversation(material.Day, passages.Add(material.Found with { Candidates = fused }, faq?.Asked.Faq), faq?.Asked.Faq, question);
        var reply = await chat.AskAsync(history, kernel, ModelChat.Least(options.AnswerWithin, material.Patience), cancellation);
        var draft = reply.Text is { } text && !text.Contains(NotEnough, StringComparison.Ordinal) ? Read(text, faq?.Asked.Faq, faq?.Likeness ?? 0, passages, personal) : null;
        Record(reply, draft, time.GetElapsedTime(start));
        return draft;
    }

    private ChatHistory Conversation(DateOnly day, string passages, FaqEntry? faq, string question)
    {
        var history = new ChatHistory(ModelPrompts.Fill(_prompts.AnswerRules, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["maxCharacters"] = _texts.MaxCharacters.ToString(CultureInfo.InvariantCulture),
            ["day"] = $"{day:yyyy年M月d日}",
        }));
        history.AddUserMessage(ModelPrompts.Fill(_prompts.AnswerRequest, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["passages"] = passages,
            ["faq"] = faq is null ? None : string.Join('\n', new[] { faq.Question, faq.Answer }.Concat(faq.Steps).Concat(faq.Papers).Concat(faq.TimeLimits).Concat(faq.Costs)),
            ["question"] = Unfenced(question),
        }));
        return history;
    }

    /// <summary>A question cannot close the fence that it stands in.</summary>
    internal static string Unfenced(string question) => question.Replace('<', '〈').Replace('>', '〉');

    private static Draft? Read(string text, FaqEntry? faq, double likeness, Passages passages, PersonalData personal)
    {
        var named = passages.NameCited(text);
        var cited = passages.CitedIn(named);
        if (cited.Count == 0)
            return null;
        var fromFaq = faq is not null && cited.Any(faq.Citations.Contains);
        return new Draft(AnswerSource.Model, named, cited, fromFaq ? faq : null, Math.Max(passages.Confidence(cited), fromFaq ? likeness : 0))
        {
            LookedUp = [.. passages.Keys],
            Placeholders = personal.Placeholders,
        };
    }

    private void Record(ModelReply reply, Draft? draft, TimeSpan elapsed)
    {
        var outcome = (reply.Text, draft) switch
        {
            (null, _) => reply.Outcome,
            (_, null) => reply.Text.Contains(NotEnough, StringComparison.Ordinal) ? ModelOutcomes.Insufficient : ModelOutcomes.Uncited,
            _ => ModelOutcomes.Written,
        };
        metrics.Asked("answer", outcome, elapsed);
        logger.LogInformation("Model asked for an answer: {Outcome} after {Milliseconds:0} ms", outcome, elapsed.TotalMilliseconds);
    }
}
