using LegalService.Casework.Audit;
using LegalService.Casework.Staff;

namespace LegalService.Server.Staff.Access;

/// <summary><c>dotnet run --project src/Server -- add-administrator NAME</c>: makes the first account; the others are made in the console.</summary>
internal static class AddAdministratorCommand
{
    private const string Name = "add-administrator";

    public static bool IsAskedFor(string[] args) => args is [Name, ..];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        if (args is not [_, { } user, ..] || user.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync($"要写用户名：{Name} 用户名");
            return 2;
        }

        // The store and nothing else of the server is started.
        foreach (var start in app.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await start.StartingAsync(CancellationToken.None);
        var created = await app.Services.GetRequiredService<StaffDirectory>().CreateAsync(
            new NewStaffMember(user, new StaffProfile(user, [StaffRoles.Administrator])), Actor.System, CancellationToken.None);
        if (!created.Succeeded)
        {
            await Console.Error.WriteLineAsync(created.Failure.Message);
            return 1;
        }

        Console.WriteLine($"""
            管理员 {created.Value.User} 已建好。一次性密码（只显示这一次，第一次登录时必须修改）：
            {created.Value.Password}
            """);
        return 0;
    }
}
