using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>The ways to meet that a service's rule leaves open.</summary>
internal static class BookingWays
{
    /// <summary>For a request that was sent.</summary>
    public static IReadOnlyList<MeetingWay> Of(AppointmentRule rule, Answers sent, DateOnly today) =>
        [.. rule.Ways.Where(way => way.When?.Holds(sent, today) ?? true).Select(way => way.Way)];

    /// <summary>Where nothing is known of a request: what is open to all of them.</summary>
    public static IReadOnlyList<MeetingWay> OfAll(AppointmentRule rule) => [.. rule.Ways.Where(way => way.When is null).Select(way => way.Way)];

    /// <summary>A way by the name of its option; null when it is none.</summary>
    public static MeetingWay? Parse(string option) => Enum.TryParse<MeetingWay>(option, ignoreCase: true, out var way) && Enum.IsDefined(way) ? way : null;
}
