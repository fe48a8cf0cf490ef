namespace LegalService.Contracts;

/// <summary>One line of <c>GET /api/v1/services</c>.</summary>
/// <param name="Id">Such as <c>legal-aid</c>; what other routes take as <c>service</c>.</param>
/// <param name="Name">What it is called, such as 申请法律援助.</param>
/// <param name="Summary">What it is in one sentence.</param>
/// <param name="Bookable">True when appointments can be made for it.</param>
/// <param name="GuideOnly">True when it only tells how something is done elsewhere: it has no interview and takes no requests.</param>
/// <param name="Paused">Why it is out of use for now, as citizens are told; null when it is in use.</param>
public sealed record ServiceSummaryResponse(string Id, string Name, string Summary, bool Bookable, bool GuideOnly = false, string? Paused = null);

/// <summary>Answer of <c>GET /api/v1/services/{id}</c>.</summary>
/// <param name="Id">Such as <c>legal-aid</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Summary">What it is in one sentence.</param>
/// <param name="Version">From 1; raised whenever a question changes its meaning.</param>
/// <param name="Guide">Who it is for, what to bring, what it costs, how long it takes.</param>
/// <param name="Appointment">How appointments for it are; null when there are none.</param>
/// <param name="Paused">Why it is out of use for now, as citizens are told; null when it is in use.</param>
public sealed record ServiceResponse(
    string Id, string Name, string Summary, int Version, GuideResponse Guide, ServiceAppointmentResponse? Appointment, string? Paused = null);

/// <summary>The guide of a service (办事指南), in plain Chinese.</summary>
/// <param name="For">Whom it is for, one sentence each.</param>
/// <param name="Materials">What to bring.</param>
/// <param name="Fee">What it costs.</param>
/// <param name="TimeLimit">How long it takes.</param>
/// <param name="Steps">What happens, in order.</param>
/// <param name="Where">Where to go.</param>
/// <param name="How">Ways to apply.</param>
/// <param name="LegalBasis">The articles it rests on.</param>
public sealed record GuideResponse(
    IReadOnlyList<string> For,
    IReadOnlyList<MaterialResponse> Materials,
    string Fee,
    string TimeLimit,
    IReadOnlyList<string> Steps,
    string Where,
    string How,
    IReadOnlyList<BasisResponse> LegalBasis);

/// <summary>A paper to bring.</summary>
/// <param name="Id">Stable within the service.</param>
/// <param name="Name">What it is.</param>
/// <param name="Help">How to get it, or what to do without it; null when there is nothing to add.</param>
/// <param name="Always">False: needed in certain cases only; the interview tells.</param>
/// <param name="MayFollowDays">Calendar days within which it may be brought later (容缺受理); null when it is needed at once.</param>
/// <param name="Basis">Why it may be asked for.</param>
public sealed record MaterialResponse(string Id, string Name, string? Help, bool Always, int? MayFollowDays, IReadOnlyList<BasisResponse> Basis);

/// <summary>An article something rests on.</summary>
/// <param name="Law">Short title.</param>
/// <param name="Article">第四十三条.</param>
/// <param name="Url">Page of the article on this site.</param>
public sealed record BasisResponse(string Law, string Article, string Url);

/// <summary>How appointments for a service are.</summary>
/// <param name="Ways"><c>inPerson</c>, <c>phone</c>, <c>video</c>: those that are possible.</param>
/// <param name="Minutes">How long one takes.</param>
/// <param name="NeedsRequest">True when a request must have been made first; its number goes into the booking.</param>
public sealed record ServiceAppointmentResponse(IReadOnlyList<string> Ways, int Minutes, bool NeedsRequest);
