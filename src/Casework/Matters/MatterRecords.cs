using LegalService.Casework.Appointments;
using LegalService.Casework.Feedback;
using LegalService.Casework.Requests;

namespace LegalService.Casework.Matters;

/// <summary>What belongs to a citizen who signed in.</summary>
/// <param name="Requests">The newest first.</param>
/// <param name="Appointments">By time.</param>
public sealed record OwnMatterList(IReadOnlyList<Matter> Requests, IReadOnlyList<OwnAppointmentLine> Appointments);

/// <summary>A request of a citizen who signed in.</summary>
public sealed record Matter
{
    /// <summary>As far as the session may see it: without the rest of what is not <see cref="IsOpen"/>, or not <see cref="IsTold"/>.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>
    /// Whether more was shown than the phone: the pickup code, the identity number, or the conversation in which it was made. Otherwise the words of clerks,
    /// letters, files and the citizen's own answers are left out.
    /// </summary>
    public required bool IsOpen { get; init; }

    /// <summary>Whether it may be told what it is about. False for what must be kept from who reads the phone, until it <see cref="IsOpen"/>.</summary>
    public required bool IsTold { get; init; }

    /// <summary>The citizen's name, masked; null: none was asked for.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it may be rated now: it is over, and was not rated yet.</summary>
    public required bool MayRate { get; init; }

    /// <summary>How it was rated; null: not yet.</summary>
    public GivenRating? Rating { get; init; }
}

/// <summary>An appointment of a citizen who signed in.</summary>
/// <param name="View">When, where, what.</param>
/// <param name="ServiceName">What the service is called; "" where that may not be told.</param>
/// <param name="Name">Of who comes, masked.</param>
/// <param name="IsTold">Whether it may be told what it is about.</param>
/// <param name="MayChange">Whether it can still be moved or cancelled.</param>
public sealed record OwnAppointmentLine(AppointmentView View, string ServiceName, string? Name, bool IsTold, bool MayChange);
