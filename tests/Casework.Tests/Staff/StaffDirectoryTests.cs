using LegalService.Casework.Audit;
using LegalService.Casework.Staff;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Tests.Staff;

public sealed class StaffDirectoryTests
{
    private static readonly Actor Administrator = Actor.Staff("admin");

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_new_account_has_a_password_that_is_told_once_and_must_be_changed(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var created = await host.Get<StaffDirectory>().CreateAsync(new("narisu", new("那日苏", [StaffRoles.Clerk])), Administrator, CancellationToken.None);
        Assert.True(created.Succeeded);
        Assert.DoesNotContain(created.Value.Password, created.Value.ToString(), StringComparison.Ordinal);
        var row = await host.Get<StaffDirectory>().FindAsync("NARISU", CancellationToken.None);
        Assert.True(row is { MustChangePassword: true, Profile.DisplayName: "那日苏", DisabledAt: null });
        var again = await host.Get<StaffDirectory>().CreateAsync(new("Narisu", new("别人", [StaffRoles.Clerk])), Administrator, CancellationToken.None);
        Assert.Equal("staff.taken", again.Failure?.Code);
        Assert.Equal(["staff.created"], await ActionsAsync(host));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_last_administrator_cannot_be_shut_out(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var staff = host.Get<StaffDirectory>();
        await staff.CreateAsync(new("admin", new("管理员", [StaffRoles.Administrator])), Actor.System, CancellationToken.None);
        Assert.Equal("staff.lastAdministrator", (await staff.DisableAsync("admin", Administrator, CancellationToken.None)).Failure?.Code);
        Assert.Equal(
            "staff.lastAdministrator", (await staff.ChangeAsync("admin", new("管理员", [StaffRoles.Clerk]), Administrator, CancellationToken.None)).Failure?.Code);
        await staff.CreateAsync(new("second", new("另一个", [StaffRoles.Administrator])), Administrator, CancellationToken.None);
        Assert.True((await staff.DisableAsync("admin", Administrator, CancellationToken.None)).Succeeded);
        Assert.Equal("staff.lastAdministrator", (await staff.DisableAsync("second", Administrator, CancellationToken.None)).Failure?.Code);
    }

    [Theory]
    [InlineData("", "那日苏", "clerk", null)]
    [InlineData("那日苏", "那日苏", "clerk", null)]
    [InlineData("narisu", " ", "clerk", null)]
    [InlineData("narisu", "那日苏", "king", null)]
    [InlineData("narisu", "那日苏", "clerk", "nowhere")]
    public async Task What_makes_no_sense_is_refused(string user, string name, string role, string? office)
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var created = await host.Get<StaffDirectory>().CreateAsync(new(user, new(name, [role]) { Office = office }), Administrator, CancellationToken.None);
        Assert.Equal("staff.invalid", created.Failure?.Code);
        Assert.Empty(await host.Get<StaffDirectory>().ListAsync(CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_ends_sessions_changes_the_stamp_they_carry(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var staff = host.Get<StaffDirectory>();
        await staff.CreateAsync(new("narisu", new("那日苏", [StaffRoles.Clerk])), Administrator, CancellationToken.None);
        var stamps = new List<string?> { await StampAsync(host) };
        await staff.ChangeAsync("narisu", new("那日苏", [StaffRoles.Reviewer]), Administrator, CancellationToken.None);
        stamps.Add(await StampAsync(host));
        await staff.ResetPasswordAsync("narisu", Administrator, CancellationToken.None);
        stamps.Add(await StampAsync(host));
        await staff.DisableAsync("narisu", Administrator, CancellationToken.None);
        stamps.Add(await StampAsync(host));
        Assert.Equal(4, stamps.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Secrets_of_a_second_factor_and_keys_of_sessions_do_not_stand_in_the_database()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        await host.Get<StaffDirectory>().CreateAsync(new("narisu", new("那日苏", [StaffRoles.Clerk])), Administrator, CancellationToken.None);
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var member = (await members.FindByNameAsync("narisu"))!;
        await members.ResetAuthenticatorKeyAsync(member);
        var key = await members.GetAuthenticatorKeyAsync(member);
        host.Get<SessionKeys>().Add("<key secret=\"of sessions\"/>");
        Assert.Equal(["<key secret=\"of sessions\"/>"], host.Get<SessionKeys>().Read());

        var (tokens, keys) = await host.Get<CaseworkStore>().ReadAsync(
            async (context, token) => (
                await context.Set<IdentityUserToken<Guid>>().Select(row => row.Value).ToListAsync(token),
                await context.Set<SessionKey>().Select(row => row.Content).ToListAsync(token)),
            CancellationToken.None);
        Assert.NotNull(key);
        Assert.DoesNotContain(tokens, value => value!.Contains(key, StringComparison.Ordinal));
        Assert.DoesNotContain(keys, content => System.Text.Encoding.UTF8.GetString(content).Contains("of sessions", StringComparison.Ordinal));
    }

    private static async Task<string?> StampAsync(CaseworkHost host) => await host.Get<CaseworkStore>().ReadAsync(
        (context, token) => context.Set<StaffMember>().Select(member => member.SecurityStamp).SingleAsync(token), CancellationToken.None);

    private static Task<List<string>> ActionsAsync(CaseworkHost host) => host.Get<CaseworkStore>().ReadAsync(
        (context, token) => context.Set<AuditEntry>().OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(token), CancellationToken.None);
}
