using System.ComponentModel.DataAnnotations;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Settings under <c>Model</c>: a chat endpoint that speaks OpenAI's protocol. Without an endpoint no model is asked.</summary>
public sealed class ModelOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Model";

    /// <summary>Address up to and without <c>/chat/completions</c>, such as <c>https://host/v1</c>; null switches the model off.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The key that the endpoint asks for; may be empty for one within the county's own network.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Name of the chat model at the endpoint.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name of the embedding model at the endpoint, which helps to choose the articles that the model is given; empty chooses without.</summary>
    public string EmbeddingName { get; set; } = "";

    /// <summary>Where the vectors of the articles are kept. They can be deleted at any time; they are made again.</summary>
    public string CacheFolder { get; set; } = "";

    /// <summary>
    /// Longest the whole writing of an answer takes, look-ups and second tries included; then the answer is written without the model. Below the time in which
    /// WeChat wants its reply (4.5 s).
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00", ErrorMessage = "Model:AnswerWithin 要在 0.5 秒到 1 分钟之间")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest that making a follow-up a whole question takes; then it is joined to the question before as it is.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30", ErrorMessage = "Model:RewriteWithin 要在 0.1 秒到 30 秒之间")]
    public TimeSpan RewriteWithin { get; set; } = TimeSpan.FromSeconds(1.2);

    /// <summary>Longest that the embedding of a question takes; then articles are chosen without.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:30", ErrorMessage = "Model:EmbedWithin 要在 0.05 秒到 30 秒之间")]
    public TimeSpan EmbedWithin { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>Longest that one call waits for the endpoint to begin its answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Model:CallWithin 要在 0.1 秒到 1 分钟之间")]
    public TimeSpan CallWithin { get; set; } = TimeSpan.FromSeconds(3.5);

    /// <summary>How often a call is sent again after 429, a fault of the server or of the line.</summary>
    [Range(0, 5, ErrorMessage = "Model:Retries 要在 0 到 5 之间")]
    public int Retries { get; set; } = 1;

    /// <summary>Wait before the first second try; doubled for each further one. What the endpoint asks for (Retry-After) comes first.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:10", ErrorMessage = "Model:RetryAfter 要在 0.01 秒到 10 秒之间")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long the endpoint is left alone after most calls of half a minute have failed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Model:RestFor 要在 1 秒到 1 小时之间")]
    public TimeSpan RestFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Failed calls within half a minute from which on the endpoint is left alone.</summary>
    [Range(2, 1000, ErrorMessage = "Model:RestAfterFailures 要在 2 到 1000 之间")]
    public int RestAfterFailures { get; set; } = 5;

    /// <summary>Most tokens that one call may write.</summary>
    [Range(100, 10_000, ErrorMessage = "Model:TokensPerAnswer 要在 100 到 10000 之间")]
    public int TokensPerAnswer { get; set; } = 700;

    /// <summary>Most tokens, read and written, of one server in one day of Beijing; then answers are written without the model.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "Model:TokensPerDay 不能小于 0")]
    public long TokensPerDay { get; set; } = 5_000_000;

    /// <summary>How often the model may look something up for one answer; 0 gives it no functions, for endpoints that know none.</summary>
    [Range(0, 5, ErrorMessage = "Model:LookUps 要在 0 到 5 之间")]
    public int LookUps { get; set; } = 2;

    /// <summary>Articles that the model is given to write from, and that one look-up adds.</summary>
    [Range(1, 20, ErrorMessage = "Model:Passages 要在 1 到 20 之间")]
    public int Passages { get; set; } = 6;

    /// <summary>True lets the endpoint send its answer piece by piece, for endpoints that do nothing else.</summary>
    public bool Stream { get; set; }

    /// <summary>How freely the model writes, 0 to 2; null leaves it to the endpoint.</summary>
    [Range(0, 2, ErrorMessage = "Model:Temperature 要在 0 到 2 之间")]
    public double? Temperature { get; set; } = 0;

    /// <summary>True when there is a model to ask.</summary>
    public bool IsOn => Endpoint is not null;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")))
            yield return new ValidationResult("Model:Endpoint 要写完整的地址，例如 https://主机/v1");
        if (IsOn && string.IsNullOrWhiteSpace(Name))
            yield return new ValidationResult("写了 Model:Endpoint，就要写 Model:Name");
        if (IsOn && EmbeddingName.Length > 0 && CacheFolder.Length == 0)
            yield return new ValidationResult("写了 Model:EmbeddingName，就要写 Model:CacheFolder");
    }
}
