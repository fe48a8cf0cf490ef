using Refit;

namespace LegalService.Contracts;

/// <summary>Typed client of the shared API. Failures are problem details with a stable <c>code</c> (<see cref="ValidationApiException"/> and <see cref="ApiException"/>).</summary>
public interface ILegalServiceApi
{
    /// <summary>Asks a question.</summary>
    [Post("/api/v1/answers")]
    Task<AnswerResponse> AnswerAsync([Body] AnswerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads an article, as of a day or of today.</summary>
    [Get("/api/v1/articles/{law}/{article}")]
    Task<ArticleResponse> ArticleAsync(string law, string article, [Query(Format = "yyyy-MM-dd")] DateOnly? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>What a screen shows before the first question.</summary>
    [Get("/api/v1/welcome")]
    Task<WelcomeResponse> WelcomeAsync(CancellationToken cancellationToken = default);
}
