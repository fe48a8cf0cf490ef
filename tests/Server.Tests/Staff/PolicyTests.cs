using LegalService.Server.Staff.Access;
using LegalService.Server.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.Staff;

public sealed class PolicyTests(SharedServer shared) : IClassFixture<SharedServer>
{
    /// <summary>What is open to who is not, or not yet fully, signed in. Nothing of a citizen and no setting is behind it.</summary>
    private static readonly string[] Door =
    [
        "/staff/sign-in", "/staff/sign-in/code", "/staff/denied", "/staff/password", "/staff/sign-out", "/staff/account", "/staff/session", "/staff/{*rest}",
        "/api/v1/staff/session", "/api/v1/staff/password",
    ];

    [Fact]
    public void Every_page_and_endpoint_of_the_staff_asks_for_one_of_the_capabilities()
    {
        var endpoints = shared.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => IsStaffs(Address(endpoint))).ToList();

        Assert.Contains(endpoints, endpoint => Address(endpoint) == "/staff");
        Assert.Contains(endpoints, endpoint => Address(endpoint).StartsWith("/_blazor", StringComparison.Ordinal));
        Assert.Contains(endpoints, endpoint => Address(endpoint) == "/api/v1/staff/members");
        foreach (var endpoint in endpoints)
        {
            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().ToList();
            var isCircuit = Address(endpoint).StartsWith("/_blazor", StringComparison.Ordinal) && policies.Contains(StaffPolicies.SignedIn);
            Assert.True(
                isCircuit || Door.Contains(Address(endpoint), StringComparer.Ordinal) || policies.Exists(StaffPolicies.Roles.ContainsKey),
                $"{endpoint.DisplayName} names no capability");
        }
    }

    [Fact]
    public void Every_page_of_the_server_lies_in_the_area_of_the_staff()
    {
        var pages = typeof(StaffPolicies).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), false)).Cast<RouteAttribute>().ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(IsStaffs(page.Template), page.Template));
    }

    [Theory]
    [InlineData("/api/v1/staff/members")]
    [InlineData("/api/v1/staff/nothing")]
    [InlineData("/_blazor/negotiate")]
    public async Task A_program_that_is_not_signed_in_is_told_so(string address)
    {
        using var response = await shared.Client.GetAsync(address);

        await response.AssertProblemAsync(System.Net.HttpStatusCode.Unauthorized, "staff.signedOut");
    }

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/nothing")]
    [InlineData("/STAFF/account")]
    public async Task A_person_who_is_not_signed_in_is_led_to_the_door(string address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = shared.Client.BaseAddress };
        using var response = await client.GetAsync(address);

        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/staff/sign-in?", response.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    private static string Address(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static bool IsStaffs(string address) =>
        address is "/staff" or "/api/v1/staff" || new[] { "/staff/", "/api/v1/staff/", "/_blazor" }.Any(prefix => address.StartsWith(prefix, StringComparison.Ordinal));
}
