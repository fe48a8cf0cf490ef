using LegalService.Bot.Conversations;
using LegalService.Bot.Turns;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Hosting;

namespace LegalService.Bot.Dialogue;

/// <summary>A message on its way through the intents.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Text">What was said, or what the pressed button says; never longer than a question may be; empty only where a file came to a dialog.</param>
/// <param name="Memory">What the bot remembers; changed in place.</param>
/// <param name="Knowledge">The corpus of this turn.</param>
/// <param name="Today">Today in Beijing.</param>
public sealed record BotTurn(ITurnContext Context, string Text, ConversationMemory Memory, KnowledgeBase.Loaded Knowledge, DateOnly Today)
{
    /// <summary>How long the citizen waits for a language model; null leaves it to the model's settings.</summary>
    public Patience? Patience { get; init; }

    /// <summary>Id of the conversation.</summary>
    internal string Conversation => Context.Activity.Conversation?.Id ?? "";

    /// <summary>What the corpus has the bot say.</summary>
    internal AnswerTexts Texts => Knowledge.Index.Corpus.Answers ?? throw new InvalidOperationException("An answerer without its texts");
}
