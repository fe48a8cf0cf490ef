using LegalService.Casework.Requests;
using LegalService.Server.Api;

namespace LegalService.Server.Staff.Requests;

/// <summary>What the board shows, as its address says it: an address holds no personal data.</summary>
/// <param name="State"><c>open</c>, <c>closed</c>, or a state's name in camelCase; null: open.</param>
/// <param name="Service">Id of a service; null: all.</param>
/// <param name="Office">Id of an office; null: all.</param>
/// <param name="Whose"><c>mine</c>, <c>nobody</c>; null: all.</param>
/// <param name="Due"><c>late</c>, <c>today</c>, <c>soon</c> (three days); null: all.</param>
/// <param name="Page">From 1.</param>
internal sealed record BoardQuery(string? State, string? Service, string? Office, string? Whose, string? Due, int Page)
{
    public const int PageSize = 20;

    private const int SoonDays = 3;

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The same for the store.</summary>
    /// <param name="user">User name of who looks.</param>
    /// <param name="now">For which moment.</param>
    public QueueFilter ToFilter(string user, DateTimeOffset now) => new()
    {
        States = State switch
        {
            null or "" or "open" => QueueFilter.Open,
            "closed" => [.. Enum.GetValues<RequestState>().Except(QueueFilter.Open)],
            _ => ApiJson.Parse<RequestState>(State) is { } state ? [state] : QueueFilter.Open,
        },
        Service = Null(Service),
        Office = Null(Office),
        Clerk = Whose == "mine" ? user : null,
        IsUnattended = Whose == "nobody",
        DueBefore = Due switch
        {
            "late" => now,
            "today" => Midnight(now, 1),
            "soon" => Midnight(now, SoonDays),
            _ => null,
        },
        Skip = Math.Max(0, Page - 1) * PageSize,
        Take = PageSize,
    };

    private static DateTimeOffset Midnight(DateTimeOffset now, int days) => new DateTimeOffset(now.ToOffset(Beijing).Date, Beijing).AddDays(days);

    private static string? Null(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
