using Refit;

namespace LegalService.Contracts;

/// <content>What belongs to a phone, for who has it at hand.</content>
public partial interface ILegalServiceApi
{
    /// <summary>Sends a code to a phone if something belongs to it; <c>phone.invalid</c>, <c>code.tooMany</c>.</summary>
    [Post("/api/v1/my/codes")]
    Task<MyCodeResponse> SendMyCodeAsync([Body] MyCodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Signs in with the code; <c>code.wrong</c> for a wrong code, an old one and an unknown phone alike.</summary>
    [Post("/api/v1/my/session")]
    Task<MySessionResponse> SignInAsync([Body] MySignInRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends the session.</summary>
    [Post("/api/v1/my/sign-out")]
    Task SignOutAsync([Authorize("Bearer")] string token, CancellationToken cancellationToken = default);

    /// <summary>What belongs to the phone; <c>my.signedOut</c>, as for all below.</summary>
    [Get("/api/v1/my/matters")]
    Task<MyMattersResponse> MyMattersAsync([Authorize("Bearer")] string token, CancellationToken cancellationToken = default);

    /// <summary>Adds what is asked for; <c>request.notFound</c>, <c>request.state</c>, <c>attachment.*</c>, <c>supplement.empty</c>.</summary>
    [Post("/api/v1/my/supplement")]
    Task MySupplementAsync([Authorize("Bearer")] string token, [Body] MySupplementRequest request, CancellationToken cancellationToken = default);

    /// <summary>Rates a request; <c>request.notFound</c>, <c>feedback.given</c>, <c>feedback.reasonNeeded</c>.</summary>
    [Post("/api/v1/my/ratings")]
    Task<MyRatingResponse> RateMineAsync([Authorize("Bearer")] string token, [Body] MyRatingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Moves an appointment; as <see cref="RescheduleAsync"/>.</summary>
    [Post("/api/v1/my/appointments/{id}/reschedule")]
    Task<MyAppointmentResponse> RescheduleMineAsync(
        [Authorize("Bearer")] string token, string id, [Body] MyRescheduleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Cancels an appointment; as <see cref="CancelAsync"/>.</summary>
    [Post("/api/v1/my/appointments/{id}/cancel")]
    Task<MyAppointmentResponse> CancelMineAsync([Authorize("Bearer")] string token, string id, CancellationToken cancellationToken = default);
}
