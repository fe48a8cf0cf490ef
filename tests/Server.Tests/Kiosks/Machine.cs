using LegalService.Casework.Audit;
using LegalService.Casework.Kiosks;
using LegalService.Server.Tests.Casework;
using LegalService.Server.Tests.Description;
using LegalService.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Server.Tests.Kiosks;

/// <summary>Machines that speak to the server of a test.</summary>
internal static class Machine
{
    public const string Office = "example-centre";

    public static KioskMachine New(CaseworkServer server) => new(new HttpClient(new DescribedRefusals()) { BaseAddress = server.Server.Client.BaseAddress });

    /// <summary>A machine that is a kiosk and holds a token.</summary>
    public static async Task<KioskMachine> EnrolledAsync(CaseworkServer server)
    {
        var machine = New(server);
        await machine.EnrolAsync(await InviteAsync(server));
        return machine;
    }

    public static async Task<string> InviteAsync(CaseworkServer server) =>
        (await server.Server.Services.GetRequiredService<KioskDesk>().InviteAsync("一楼大厅", Office, Actor.Staff("admin"), default)).Value!.Code;
}
