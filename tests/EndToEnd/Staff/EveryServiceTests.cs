namespace LegalService.EndToEnd.Staff;

[Collection(StaffTests.Name)]
public sealed class EveryServiceTests(StaffStage stage)
{
    [Fact]
    public async Task A_request_of_every_service_stands_on_the_board_and_opens()
    {
        using var clerk = await stage.ClientAsync(StaffStage.Clerk);
        foreach (var service in (await stage.Citizens.ServicesAsync()).Where(service => !service.GuideOnly))
        {
            var sent = await stage.SubmitAsync(service.Id);

            using var response = await clerk.GetAsync($"/api/v1/staff/requests/{sent.Number}");
            var record = await StaffStage.ReadAsync(response);
            Assert.Contains(sent.Number, record.GetRawText(), StringComparison.Ordinal);
        }
    }
}
