using Microsoft.AspNetCore.Authorization;

namespace LegalService.Server.Staff.Shell;

/// <summary>
/// Says who may open a page of the console, and where it stands in the navigation: <c>@attribute [StaffPage(StaffPolicies.Diary, "预约", Icons.Material.Filled.Event, 20)]</c>.
/// </summary>
/// <param name="policy">One of <see cref="Access.StaffPolicies"/>.</param>
/// <param name="label">In the navigation; empty: the page is not in it.</param>
/// <param name="icon">Path of an icon.</param>
/// <param name="order">The lowest stands first.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffPageAttribute(string policy, string label = "", string icon = "", int order = 0) : AuthorizeAttribute(policy)
{
    /// <summary>In the navigation; empty: the page is not in it.</summary>
    public string Label { get; } = label;

    /// <summary>Path of an icon.</summary>
    public string Icon { get; } = icon;

    /// <summary>The lowest stands first.</summary>
    public int Order { get; } = order;
}
