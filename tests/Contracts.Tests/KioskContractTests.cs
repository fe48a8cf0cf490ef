using System.Text.Json;

namespace LegalService.Contracts.Tests;

public sealed class KioskContractTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(8)).AddTicks(1_234_567);

    [Fact]
    public void What_a_kiosk_signed_is_what_the_centre_reads_whatever_clock_it_was_written_by()
    {
        var sent = new KioskTokenRequest("k1", Moment, "bm9uY2U=", "c2ln");
        var read = JsonSerializer.Deserialize<KioskTokenRequest>(JsonSerializer.Serialize(sent, RoundTrip.Json), RoundTrip.Json)!;

        Assert.Equal("legal-kiosk-token/1\nk1\n1795570200123\nbm9uY2U=", sent.SignedText);
        Assert.Equal(sent.SignedText, read.SignedText);
        Assert.Equal(sent.SignedText, (sent with { IssuedAt = Moment.ToUniversalTime() }).SignedText);
        Assert.Equal("legal-corpus/1\nv1\n42\nab", new KioskCorpusResponse("v1", 42, "ab", "c2ln").SignedText);
    }

    [Fact]
    public void A_heartbeat_and_its_answer_keep_every_field()
    {
        RoundTrip.AssertSame(new KioskHeartbeatRequest(
            "1.0.0", 1, "v1", Moment, Moment, [new("printer", "jam", "E3"), new("camera", "none")], new(2, Moment), 1L << 40, -1.5, ["outbox.refused"]));
        RoundTrip.AssertSame(new KioskHeartbeatRequest("1.0.0", 1, null, Moment, null, [], new(0), 0, 0, []));
        RoundTrip.AssertSame(new KioskHeartbeatResponse(Moment, "1.0.0", 1, "v1", true, "检修", 30));
    }

    [Fact]
    public void What_is_personal_is_not_written_out()
    {
        foreach (var text in new[] { $"{new KioskPersonRequest("巴特尔", "1")}", $"{new PickupOpenRequest("c", "巴特尔", "1")}", $"{new KioskCallbackRequest("139", "离婚", "巴特尔")}" })
            Assert.DoesNotContain("巴特尔", text, StringComparison.Ordinal);
    }
}
