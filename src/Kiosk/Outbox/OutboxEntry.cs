using LegalService.Contracts;

namespace LegalService.Kiosk.Outbox;

/// <summary>Something that a citizen has sent and the centre has not got yet. Exactly one of submission, callback and rating is given.</summary>
internal sealed record OutboxEntry
{
    /// <summary>Its id, and the Idempotency-Key that it is sent with.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the citizen takes along when it is kept.</summary>
    public required string Slip { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was first sent; null when it never was, so that the centre cannot have it.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>A submission.</summary>
    public Submission? Submission { get; init; }

    /// <summary>What the centre calls the files that it has got already, by the id that they have here.</summary>
    public IReadOnlyDictionary<string, AttachmentResponse> Uploads { get; init; } = new Dictionary<string, AttachmentResponse>(StringComparer.Ordinal);

    /// <summary>A wish to be called back.</summary>
    public KioskCallbackRequest? Callback { get; init; }

    /// <summary>A rating.</summary>
    public FeedbackRequest? Rating { get; init; }

    /// <summary>Nothing personal: a log may hold it.</summary>
    public override string ToString() => Id.ToString("N");
}

/// <summary>What is known of an entry without opening it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SlipName">Under which name its slip is known (<see cref="SlipBook.NameOf"/>).</param>
/// <param name="MadeAt">When it was made.</param>
internal sealed record OutboxItem(Guid Id, string SlipName, DateTimeOffset MadeAt);
