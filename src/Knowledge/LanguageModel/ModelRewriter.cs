using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Questions;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Rewrites follow-ups, and takes only what says nothing that the citizen did not. Safe for many threads.</summary>
internal sealed class ModelRewriter(ModelChat chat, IOptions<ModelOptions> options, ModelMetrics metrics, TimeProvider time) : IQuestionRewriter
{
    private const int Longest = 150;

    /// <summary>Share of the characters that the citizen has written himself; the rest are words that join.</summary>
    private const double Own = 0.75;

    public async Task<string?> RewriteAsync(ModelPrompts? prompts, string message, IReadOnlyList<string> before, Patience? patience, CancellationToken cancellation)
    {
        if (!options.Value.IsOn || prompts is null)
            return null;
        var (start, personal) = (time.GetTimestamp(), new PersonalData());
        var said = personal.Mask(string.Join('\n', before.Append(message)));
        var lines = said.Split('\n');
        var history = new ChatHistory(prompts.RewriteRules);
        history.AddUserMessage(ModelPrompts.Fill(prompts.RewriteRequest, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["before"] = ModelComposer.Unfenced(string.Join('\n', lines[..^1])),
            ["question"] = ModelComposer.Unfenced(lines[^1]),
        }));
        var reply = await chat.AskAsync(history, kernel: null, ModelChat.Least(options.Value.RewriteWithin, patience), cancellation);
        var question = reply.Text is { } text && IsTheirs(text, said) ? personal.Unmask(text.Trim()) : null;
        metrics.Asked("rewrite", reply.Text is null || question is not null ? reply.Outcome : ModelOutcomes.Invented, time.GetElapsedTime(start));
        return question;
    }

    /// <summary>One line, mostly in the words of the citizen, without a number or a law that he did not name.</summary>
    private static bool IsTheirs(string text, string said)
    {
        if (text.Length > Longest || text.Contains('\n', StringComparison.Ordinal) || text.Contains('《', StringComparison.Ordinal))
            return false;
        var known = NumberFacts.In(said).ToHashSet();
        var words = text.Where(Normalizer.IsHan).ToList();
        return words.Count > 0
            && NumberFacts.In(text).All(known.Contains)
            && text.Where(char.IsAsciiDigit).All(digit => said.Contains(digit, StringComparison.Ordinal))
            && words.Count(character => said.Contains(character, StringComparison.Ordinal)) >= Own * words.Count;
    }
}
