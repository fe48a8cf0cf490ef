using System.Reflection;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Components;

namespace LegalService.Server.Staff.Shell;

/// <summary>An entry of the navigation.</summary>
/// <param name="Address">Of the page.</param>
/// <param name="Page">Who may open it, what it is called.</param>
internal sealed record NavigationEntry(string Address, StaffPageAttribute Page);

/// <summary>The pages of the console that have a place in the navigation, read from the pages themselves.</summary>
internal static class StaffNavigation
{
    private static readonly IReadOnlyList<NavigationEntry> All =
    [
        .. from type in typeof(StaffNavigation).Assembly.GetTypes()
           let page = type.GetCustomAttribute<StaffPageAttribute>()
           where page is { Label.Length: > 0 }
           orderby page.Order
           select new NavigationEntry(type.GetCustomAttributes<RouteAttribute>().Select(route => route.Template).MinBy(template => template.Length)!, page),
    ];

    /// <summary>What this one may open.</summary>
    public static IEnumerable<NavigationEntry> For(Clerk clerk) => All.Where(entry => clerk.May(entry.Page.Policy!));
}
