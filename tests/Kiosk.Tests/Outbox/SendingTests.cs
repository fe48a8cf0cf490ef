using System.Net;
using LegalService.Contracts;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Tests.Support;

namespace LegalService.Kiosk.Tests.Outbox;

public sealed class SendingTests
{
    [Fact]
    public async Task With_the_line_up_a_submission_is_answered_with_its_number_and_nothing_of_it_stays()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();

        var outcome = Assert.IsType<SendOutcome.Delivered>(await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None));

        Assert.StartsWith("2611-", outcome.Request!.Number, StringComparison.Ordinal);
        Assert.Equal("kiosk", Assert.Single(centre.Requests.Values).Channel);
        Assert.Empty(Directory.GetFiles(kiosk.Folders.Waiting));
        Assert.Empty(Directory.GetFiles(kiosk.Folders.Slips));
        Assert.Empty(Citizen.TracesBelow(kiosk.Data));
    }

    [Fact]
    public async Task With_the_line_cut_it_is_kept_sealed_and_arrives_once_when_the_line_is_back_and_the_slip_tells_the_number()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();
        await centre.StopAsync();
        await kiosk.UntilAsync(LineState.Offline);

        var kept = Assert.IsType<SendOutcome.Kept>(await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None));

        Assert.IsType<SlipStatus.Waiting>(await kiosk.Sender.FindAsync(kept.Slip, CancellationToken.None));
        Assert.Single(Directory.GetFiles(kiosk.Folders.Waiting));
        Assert.Empty(Citizen.TracesBelow(kiosk.Data));
        await centre.StartAsync();
        await KioskHost.UntilAsync(() => kiosk.Outbox.Waiting.Count == 0);
        var found = Assert.IsType<SlipStatus.Delivered>(await kiosk.Sender.FindAsync(kept.Slip.ToLowerInvariant().Replace('-', ' '), CancellationToken.None));
        Assert.Equal(1, centre.Submitted);
        Assert.StartsWith("2611-", found.Request!.Number, StringComparison.Ordinal);
        // The code opens the matter: without the slip it cannot be had from the machine.
        Assert.DoesNotContain(Directory.GetFiles(kiosk.Data, "*", SearchOption.AllDirectories), path => File.ReadAllText(path).Contains(found.Request.Code, StringComparison.Ordinal));
        Assert.IsType<SlipStatus.Unknown>(await kiosk.Sender.FindAsync("K-0000-0000-0000", CancellationToken.None));
    }

    [Fact]
    public async Task An_answer_that_is_lost_on_the_way_is_asked_for_again_and_thecentre_has_one_request()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();
        centre.LosesNextAnswer = true;

        var outcome = await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None);

        await KioskHost.UntilAsync(() => kiosk.Outbox.Waiting.Count == 0);
        Assert.True(outcome is SendOutcome.Delivered or SendOutcome.Kept);
        Assert.True(centre.Submitted > 1);
        Assert.Single(centre.Requests);
    }

    [Fact]
    public async Task What_is_kept_outlives_the_process_with_its_picture()
    {
        await using var centre = await new StandInCentre().StartAsync();
        byte[] picture = [0xFF, 0xD8, 1, 2, 3];
        SendOutcome.Kept kept;
        string data;
        await using (var kiosk = await new KioskHost(centre).EnrolledAsync())
        {
            data = kiosk.Data;
            await centre.StopAsync();
            await kiosk.UntilAsync(LineState.Offline);
            kept = (SendOutcome.Kept)await kiosk.Sender.SubmitAsync(Citizen.Consultation(Citizen.Picture(picture)), CancellationToken.None);
        }

        await centre.StartAsync();
        await using var again = new KioskHost(centre, data);
        await KioskHost.UntilAsync(() => !centre.Requests.IsEmpty && again.Outbox.Waiting.Count == 0);

        Assert.Equal(picture, Assert.Single(centre.Uploads));
        Assert.Equal("centre1", Assert.Single(centre.Requests.Values).Answers["papers"].GetProperty("id").GetString());
        Assert.IsType<SlipStatus.Delivered>(await again.Sender.FindAsync(kept.Slip, CancellationToken.None));
    }

    [Fact]
    public async Task What_thecentre_refuses_while_the_citizen_stands_there_is_told_and_not_kept()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();
        centre.Refusal = () => StandInCentre.Problem("request.incomplete", HttpStatusCode.BadRequest, "还有没填的", ("errors", new[] { new FieldErrorResponse("phone", "phone.length", "少了一位") }));

        var refused = Assert.IsType<SendOutcome.Refused>(await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None));

        Assert.Equal(("request.incomplete", "还有没填的", "phone"), (refused.Code, refused.Message, Assert.Single(refused.Errors).Field));
        Assert.Empty(kiosk.Outbox.Waiting);
        Assert.Equal(0, kiosk.Outbox.Refused);
    }

    [Fact]
    public async Task What_is_refused_after_the_citizen_has_gone_is_kept_for_the_staff_who_are_asked_to_call()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();
        await centre.StopAsync();
        await kiosk.UntilAsync(LineState.Offline);
        var kept = (SendOutcome.Kept)await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None);
        centre.Refusal = () => StandInCentre.Problem("service.unknown", HttpStatusCode.BadRequest, "没有这项服务");
        await centre.StartAsync();

        await KioskHost.UntilAsync(() => !centre.Callbacks.IsEmpty && centre.Heartbeats.Any(beat => beat.Problems.Contains("outbox.refused")));

        Assert.Equal(1, kiosk.Outbox.Refused);
        Assert.Equal("没有这项服务", Assert.IsType<SlipStatus.Refused>(await kiosk.Sender.FindAsync(kept.Slip, CancellationToken.None)).Message);
        var call = Assert.Single(centre.Callbacks.Values);
        Assert.Equal((Citizen.Phone, Citizen.Name), (call.Phone, call.Name));
        Assert.Contains("service.unknown", call.About, StringComparison.Ordinal);
        Assert.Empty(Citizen.TracesBelow(kiosk.Data));
    }

    [Fact]
    public async Task Acentre_in_trouble_is_tried_again_until_it_takes_it()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre, settings: ("Outbox:WaitForCentre", "00:00:01")).EnrolledAsync();
        centre.Refusal = () => Microsoft.AspNetCore.Http.Results.StatusCode(503);

        Assert.IsType<SendOutcome.Kept>(await kiosk.Sender.SubmitAsync(Citizen.Consultation(), CancellationToken.None));

        centre.Refusal = null;
        await KioskHost.UntilAsync(() => kiosk.Outbox.Waiting.Count == 0);
        Assert.Single(centre.Requests);
        Assert.Equal(0, kiosk.Outbox.Refused);
    }

    [Fact]
    public async Task A_callback_and_a_rating_take_the_same_way()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();

        var call = Assert.IsType<SendOutcome.Delivered>(await kiosk.Sender.CallBackAsync(new(Citizen.Phone, "约时间"), CancellationToken.None));

        await centre.StopAsync();
        await kiosk.UntilAsync(LineState.Offline);
        Assert.IsType<SendOutcome.Kept>(await kiosk.Sender.RateAsync(new("service", 4), CancellationToken.None));
        await centre.StartAsync();
        await KioskHost.UntilAsync(() => kiosk.Outbox.Waiting.Count == 0);

        Assert.NotNull(call.CallDueAt);
        Assert.Equal("约时间", Assert.Single(centre.Callbacks.Values).About);
        var (key, rating) = Assert.Single(centre.Ratings);
        Assert.Equal((32, 4), (key.Length, rating.Rating));
    }
}
