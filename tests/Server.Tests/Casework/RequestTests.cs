using System.Net;
using System.Text.Json;
using LegalService.Contracts;
using LegalService.Support;

namespace LegalService.Server.Tests.Casework;

public sealed class RequestTests(CaseworkServer shared) : IClassFixture<CaseworkServer>
{
    private ILegalServiceApi Api => shared.Api;

    [Fact]
    public async Task A_citizen_answers_every_service_question_by_question_sends_and_looks_it_up()
    {
        var services = await Api.ServicesAsync();
        Assert.Contains(services, service => service.Id == "legal-aid");
        foreach (var service in services.Where(service => !service.GuideOnly))
            await IsSentAndFoundAgainAsync(service.Id);
    }

    [Fact]
    public async Task A_guide_asks_nothing_and_takes_nothing_in()
    {
        var nothing = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

        await Refused.WithAsync("service.guideOnly", HttpStatusCode.Conflict, () => Api.NextQuestionAsync("id-card", new InterviewRequest(nothing)));
        await Refused.WithAsync("service.guideOnly", HttpStatusCode.Conflict, () => Api.SubmitAsync(new SubmissionRequest("id-card", nothing), CaseworkServer.NewKey()));
    }

    private async Task IsSentAndFoundAgainAsync(string service)
    {
        var answers = await Citizen.FillInAsync(Api, service, 1);

        var sent = await Api.SubmitAsync(new SubmissionRequest(service, answers), CaseworkServer.NewKey());
        var seen = await Api.LookupAsync(new LookupRequest(sent.Number, sent.Code));

        Assert.Equal("received", sent.State);
        Assert.Equal((sent.Number, service, "received"), (seen.Number, seen.Service, seen.State));
        Assert.NotEmpty(seen.StateText);
        Assert.Single(seen.History);
        Assert.Equal(sent.Deadlines.Select(deadline => deadline.Name), seen.Deadlines.Select(deadline => deadline.Name));
    }

    [Fact]
    public async Task An_application_for_legal_aid_is_decided_within_seven_days()
    {
        var sent = await Api.SubmitAsync(new SubmissionRequest("legal-aid", await Citizen.FillInAsync(Api, "legal-aid", 2)), CaseworkServer.NewKey());

        var deadline = Assert.Single(sent.Deadlines, each => each.Party == "office" && each.Basis.Contains("法律援助法》第四十三条", StringComparison.Ordinal));
        var days = (deadline.Due!.Value - TimeProvider.System.GetUtcNow()).TotalDays;
        Assert.InRange(days, 6, 18);
    }

    [Fact]
    public async Task Sent_twice_under_one_key_it_is_one_request()
    {
        var request = new SubmissionRequest("legal-consultation", await Citizen.FillInAsync(Api, "legal-consultation", 3));
        var key = CaseworkServer.NewKey();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await Api.SubmitAsync(request, key)).Number));

        Assert.Single(numbers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_key_for_two_requests_is_refused()
    {
        var key = CaseworkServer.NewKey();
        await Api.SubmitAsync(new SubmissionRequest("legal-consultation", await Citizen.FillInAsync(Api, "legal-consultation", 4)), key);
        var other = new SubmissionRequest("legal-consultation", await Citizen.FillInAsync(Api, "legal-consultation", 5));

        await Refused.WithAsync("idempotency.mismatch", HttpStatusCode.Conflict, () => Api.SubmitAsync(other, key));
    }

    [Fact]
    public async Task An_interview_that_is_not_done_is_refused_with_what_is_wrong()
    {
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

        await Refused.WithAsync(
            "request.incomplete", HttpStatusCode.BadRequest, () => Api.SubmitAsync(new SubmissionRequest("legal-aid", answers), CaseworkServer.NewKey()));
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_number_say_the_same()
    {
        var sent = await Api.SubmitAsync(new SubmissionRequest("legal-consultation", await Citizen.FillInAsync(Api, "legal-consultation", 6)), CaseworkServer.NewKey());

        var wrongCode = await Refused.WithAsync(
            "request.notFound", HttpStatusCode.NotFound, () => Api.LookupAsync(new LookupRequest(sent.Number, "23456789")));
        var wrongNumber = await Refused.WithAsync(
            "request.notFound", HttpStatusCode.NotFound, () => Api.LookupAsync(new LookupRequest(sent.Number[..^1] + "Z", sent.Code)));

        Assert.Equal(wrongCode, wrongNumber);
    }

    [Fact]
    public async Task Guessing_a_code_locks_the_number()
    {
        var sent = await Api.SubmitAsync(new SubmissionRequest("legal-consultation", await Citizen.FillInAsync(Api, "legal-consultation", 7)), CaseworkServer.NewKey());
        var codes = new List<string>();
        for (var attempt = 0; attempt < 20; attempt++)
            codes.Add(await Refused.CodeAsync(() => Api.LookupAsync(new LookupRequest(sent.Number, $"234567{attempt + 10}"))));

        Assert.Equal("request.notFound", codes[0]);
        Assert.Equal("lookup.locked", codes[^1]);
        Assert.Equal("lookup.locked", await Refused.CodeAsync(() => Api.LookupAsync(new LookupRequest(sent.Number, sent.Code))));
    }

    [Fact]
    public async Task A_citizen_takes_a_request_back_and_has_his_data_removed()
    {
        var sent = await Api.SubmitAsync(new SubmissionRequest("legal-consultation", await Citizen.FillInAsync(Api, "legal-consultation", 8)), CaseworkServer.NewKey());
        var lookup = new LookupRequest(sent.Number, sent.Code);

        Assert.Equal("request.underway", await Refused.CodeAsync(() => Api.EraseAsync(lookup)));
        Assert.Equal("withdrawn", (await Api.WithdrawAsync(lookup)).State);
        Assert.NotEmpty((await Api.MyDataAsync(lookup)).Review);
        await Api.EraseAsync(lookup);

        Assert.Equal("request.notFound", await Refused.CodeAsync(() => Api.LookupAsync(lookup)));
    }

    [Fact]
    public async Task Neither_log_nor_database_holds_who_he_is_in_plain_text()
    {
        var answers = await Citizen.FillInAsync(Api, "legal-aid", 9);
        await Api.SubmitAsync(new SubmissionRequest("legal-aid", answers), CaseworkServer.NewKey());

        var secrets = answers.Values.Where(answer => answer.ValueKind == JsonValueKind.String).Select(answer => answer.GetString()!).Where(text => text.Length >= 11).ToList();
        Assert.NotEmpty(secrets);
        foreach (var file in Directory.GetFiles(shared.Server.Data, "casework.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
            var text = await reader.ReadToEndAsync();
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }

        Assert.All(secrets, secret => Assert.DoesNotContain(shared.Server.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }
}
