using LegalService.Contracts;
using LegalService.Server.Tests.Hosting;
using LegalService.Server.Tests.Processes;
using Microsoft.Data.Sqlite;
using Refit;

namespace LegalService.Server.Tests.Audit;

public sealed class VerifyAuditTests
{
    [Fact]
    public async Task An_operator_sees_whether_the_trail_is_whole_and_whether_it_was_cut_short()
    {
        await using var server = await LegalServer.StartAsync(("Audit:LinkEverySeconds", "1"));
        var api = RestService.For<ILegalServiceApi>(server.Client);
        var slot = (await api.SlotsAsync("legal-consultation"))[0];
        await api.BookAsync(new BookingRequest("王小明", "13800000001", SlotId: slot.Id), Guid.NewGuid().ToString());

        var whole = await Eventually.ReadAsync(() => VerifyAsync(server), seen => seen.Code == 0 && seen.Output.Contains("链尾", StringComparison.Ordinal));
        var head = whole.Output.Split("链尾：")[1].Split('（')[0];

        Assert.Equal(0, (await VerifyAsync(server, head)).Code);
        Assert.Equal(1, (await VerifyAsync(server, "999999:" + head.Split(':')[1])).Code);
        Assert.Equal(2, (await VerifyAsync(server, "nonsense")).Code);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(server.Data, "casework.db")}"))
        {
            await connection.OpenAsync();
            await using var forge = connection.CreateCommand();
            forge.CommandText = """UPDATE "AuditEntries" SET "Actor" = 'staff/somebody' WHERE "Action" = 'appointment.booked'""";
            Assert.Equal(1, await forge.ExecuteNonQueryAsync());
        }

        var broken = await VerifyAsync(server);
        Assert.Equal(1, broken.Code);
        Assert.Contains("内容被改过", broken.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> VerifyAsync(LegalServer server, string? head = null)
    {
        using var command = new ServerProcess(["verify-audit", $"--Storage:DataDirectory={server.Data}", .. head is null ? Array.Empty<string>() : ["--head", head]]);
        return (await command.ExitCodeAsync(), command.Output);
    }
}
