using System.Text;
using LegalService.Knowledge.Answering;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Asks the model within the limits of time and tokens, and lets it look things up a few times. Safe for many threads.</summary>
internal sealed class ModelChat(IChatCompletionService service, TokenBudget budget, ModelMetrics metrics, IOptions<ModelOptions> options, TimeProvider time)
{
    /// <summary>What the model made of a conversation. Whatever goes wrong at the endpoint is an outcome.</summary>
    /// <param name="history">What it is told; what it calls is added.</param>
    /// <param name="kernel">What it may call; null for nothing.</param>
    /// <param name="within">Longest it takes altogether.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task<ModelReply> AskAsync(ChatHistory history, Kernel? kernel, TimeSpan within, CancellationToken cancellation)
    {
        if (!budget.IsLeft)
            return ModelReply.Failed(ModelOutcomes.UsedUp);
        if (within <= TimeSpan.Zero)
            return ModelReply.Failed(ModelOutcomes.Late);
        using var limit = new CancellationTokenSource(within, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await ConverseAsync(history, kernel, both.Token);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // What an endpoint sends decides which exceptions the libraries beneath throw.
            return ModelReply.Failed(ModelFaults.OutcomeOf(exception));
        }
    }

    /// <summary>The shorter of a limit and what is left of a citizen's patience.</summary>
    public static TimeSpan Least(TimeSpan limit, Patience? patience) => patience is { Left: var left } && left < limit ? left : limit;

    private async Task<ModelReply> ConverseAsync(ChatHistory history, Kernel? kernel, CancellationToken cancellation)
    {
        for (var round = 0; ; round++)
        {
            var call = await CallAsync(history, kernel, mayLookUp: round < options.Value.LookUps, cancellation);
            var wanted = kernel is null ? [] : FunctionCallContent.GetFunctionCalls(call.Message).ToList();
            if (wanted.Count == 0 || round == options.Value.LookUps)
                return Judge(call);
            history.Add(call.Message);
            foreach (var function in wanted)
                history.Add(await InvokeAsync(function, kernel!, cancellation));
        }
    }

    private async Task<ModelCall> CallAsync(ChatHistory history, Kernel? kernel, bool mayLookUp, CancellationToken cancellation)
    {
        var settings = new OpenAIPromptExecutionSettings
        {
            MaxTokens = options.Value.TokensPerAnswer,
            Temperature = options.Value.Temperature,
            FunctionChoiceBehavior = kernel is null ? null : mayLookUp ? FunctionChoiceBehavior.Auto(autoInvoke: false) : FunctionChoiceBehavior.None(),
        };
        var call = options.Value.Stream
            ? await StreamAsync(history, settings, kernel, cancellation)
            : Whole(await service.GetChatMessageContentAsync(history, settings, kernel, cancellation));
        var tokens = call.Tokens ?? Estimate(history, call.Message);
        budget.Use(tokens);
        metrics.Used(tokens);
        return call;
    }

    private static ModelCall Whole(ChatMessageContent message) =>
        message.InnerContent is ChatCompletion completion ? new(message, completion.FinishReason, completion.Usage?.TotalTokenCount) : new(message, null, null);

    private async Task<ModelCall> StreamAsync(ChatHistory history, PromptExecutionSettings settings, Kernel? kernel, CancellationToken cancellation)
    {
        var (text, functions) = (new StringBuilder(), new FunctionCallContentBuilder());
        ChatFinishReason? finish = null;
        long? tokens = null;
        await foreach (var piece in service.GetStreamingChatMessageContentsAsync(history, settings, kernel, cancellation))
        {
            text.Append(piece.Content);
            functions.Append(piece);
            if (piece.InnerContent is not StreamingChatCompletionUpdate update)
                continue;
            finish = update.FinishReason ?? finish;
            tokens = update.Usage?.TotalTokenCount ?? tokens;
        }

        var message = new ChatMessageContent(AuthorRole.Assistant, text.ToString());
        foreach (var function in functions.Build())
            message.Items.Add(function);
        return new ModelCall(message, finish, tokens);
    }

    /// <summary>A look-up that fails, or that the model has made up, is told it as such: it may still answer from what it has.</summary>
    private static async Task<ChatMessageContent> InvokeAsync(FunctionCallContent function, Kernel kernel, CancellationToken cancellation)
    {
        try
        {
            return (await function.InvokeAsync(kernel, cancellation)).ToChatMessage();
        }
        catch (Exception exception) when (exception is KernelException or KeyNotFoundException or ArgumentException)
        {
            return new FunctionResultContent(function, "没有这样的查找。").ToChatMessage();
        }
    }

    private static ModelReply Judge(ModelCall call) => call switch
    {
        { Finish: ChatFinishReason.ContentFilter } => ModelReply.Failed(ModelOutcomes.Filtered),
        { Finish: null or ChatFinishReason.Length } => ModelReply.Failed(ModelOutcomes.CutOff),
        { Message.Content: { } text } when !string.IsNullOrWhiteSpace(text) => new ModelReply(text.Trim(), ModelOutcomes.Written),
        _ => ModelReply.Failed(ModelOutcomes.Insufficient),
    };

    /// <summary>For endpoints that do not count: about a token for each Chinese character.</summary>
    private static long Estimate(ChatHistory history, ChatMessageContent message) => history.Append(message).Sum(each => (long)(each.Content?.Length ?? 0));

    /// <summary>One call of the endpoint.</summary>
    /// <param name="Message">What it wrote and wants to call.</param>
    /// <param name="Finish">Why it stopped; null when it was cut off.</param>
    /// <param name="Tokens">Read and written; null when the endpoint does not say.</param>
    private sealed record ModelCall(ChatMessageContent Message, ChatFinishReason? Finish, long? Tokens);
}
