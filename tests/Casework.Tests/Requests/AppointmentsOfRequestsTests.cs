using System.Text.Json;
using LegalService.Casework.Appointments;
using LegalService.Casework.Deadlines;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Tests.Requests;

public sealed class AppointmentsOfRequestsTests
{
    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_appointment_of_the_same_person_is_an_event_of_the_request_and_shows_in_it(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var request = (await host.Get<RequestIntake>().SubmitAsync(new("legal-consultation", Consultation()), "k", CancellationToken.None)).Value!;
        await BookAsync(host, request.Number, "13900139000", 0);
        var foreign = await host.LookupAsync(request);
        Assert.Equal("received", string.Join(' ', foreign.History.Select(line => line.Event)));
        var booked = await BookAsync(host, request.Number, "13800138000", 1);
        var status = await host.LookupAsync(request);
        Assert.Equal("received booked", string.Join(' ', status.History.Select(line => line.Event)));
        Assert.Equal(DeadlineState.Met, status.Deadlines.Single(deadline => deadline.Rule == "contact").State);
        Assert.Contains(status.Appointments, appointment => appointment.Number == booked.Number && appointment.Start == booked.Start && appointment.Office.Contains("示例", StringComparison.Ordinal));
    }

    private static async Task<Booked> BookAsync(CaseworkHost host, string number, string phone, int index)
    {
        var slots = (await host.Get<AppointmentDesk>().FindSlotsAsync(new("legal-consultation", new(2026, 11, 26), new(2026, 11, 30)), CancellationToken.None)).Value!;
        var result = await host.Get<AppointmentDesk>().BookAsync(
            new("王小明", phone, SlotId: slots.Where(slot => slot.Free > 0).ElementAt(index).Id, RequestNumber: number), Guid.NewGuid().ToString(), CancellationToken.None);
        Assert.True(result.Succeeded, result.Failure?.Message);
        return result.Value;
    }

    private static Dictionary<string, JsonElement> Consultation() => new(StringComparer.Ordinal)
    {
        ["topic"] = AnswerJson.Of("land"),
        ["hasLimit"] = AnswerJson.Of(false),
        ["question"] = AnswerJson.Of("邻居的羊进了我家草场，能要赔偿吗？"),
        ["opponentName"] = AnswerJson.Skipped,
        ["papers"] = AnswerJson.Skipped,
        ["way"] = AnswerJson.Of("inPerson"),
        ["language"] = AnswerJson.Of("mongolian"),
        ["name"] = AnswerJson.Of("王小明"),
        ["phone"] = AnswerJson.Of("13800138000"),
        ["consent"] = AnswerJson.Of(true),
    };
}
