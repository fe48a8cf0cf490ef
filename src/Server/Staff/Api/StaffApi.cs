using LegalService.Server.Hosting;
using LegalService.Server.Staff.Access;

namespace LegalService.Server.Staff.Api;

/// <summary>What the console can do, by API: the same session, the same policies. Described at <c>/openapi/staff.json</c>.</summary>
internal static class StaffApi
{
    public static void MapStaffApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(StaffArea.Api).WithGroupName("staff").AddEndpointFilter<SameSite>().RequireRateLimiting(RateLimits.Reads)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapSessions();
        api.MapMembers();
        api.MapConversations();
        api.MapQueue();
        api.MapRecords();
        api.MapLetters();
        api.MapRequestDocument();
        api.MapFigures();
        api.MapRatings();
        api.MapKiosks();
        api.MapPickups();
    }
}
