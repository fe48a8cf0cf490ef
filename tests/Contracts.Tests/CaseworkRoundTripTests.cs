using System.Text.Json;

namespace LegalService.Contracts.Tests;

public sealed class CaseworkRoundTripTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(8));

    private static readonly Dictionary<string, JsonElement> Answers = new(StringComparer.Ordinal)
    {
        ["matter"] = JsonSerializer.SerializeToElement("wages"),
        ["amount"] = JsonSerializer.SerializeToElement(3500.50m),
        ["urgent"] = JsonSerializer.SerializeToElement(true),
        ["papers"] = JsonSerializer.SerializeToElement(new[] { "contract", "欠条" }),
        ["limit"] = JsonSerializer.SerializeToElement(new { unknown = true }),
        ["note"] = JsonSerializer.SerializeToElement<string?>(null),
    };

    [Fact]
    public void A_service_with_its_guide_keeps_every_field()
    {
        RoundTrip.AssertSame(new ServiceSummaryResponse("legal-aid", "申请法律援助", "没有钱请律师的人", true));
        var basis = new BasisResponse("法律援助法", "第四十三条", "/articles/a/b");
        RoundTrip.AssertSame(new ServiceResponse(
            "legal-aid", "申请法律援助", "简介", 3,
            new GuideResponse(["老人"], [new MaterialResponse("id-card", "身份证", null, true, 7, [basis]), new MaterialResponse("proof", "证明", "去社区开", false, null, [])], "不要钱", "七天", ["申请"], "中心", "网上", [basis]),
            new ServiceAppointmentResponse(["inPerson", "video"], 30, true)));
        RoundTrip.AssertSame(new ServiceResponse("a", "b", "c", 1, new GuideResponse([], [], "", "", [], "", "", []), null));
    }

    [Fact]
    public void An_interview_keeps_every_answer_whatever_its_kind()
    {
        RoundTrip.AssertSame(new InterviewRequest(Answers));

        var read = JsonSerializer.Deserialize<InterviewRequest>(JsonSerializer.Serialize(new InterviewRequest(Answers), JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;
        Assert.Equal(Answers.Keys, read.Answers.Keys);
        Assert.Equal(JsonValueKind.Null, read.Answers["note"].ValueKind);
        Assert.Equal(3500.50m, read.Answers["amount"].GetDecimal());
    }

    [Fact]
    public void A_step_of_an_interview_keeps_every_field()
    {
        RoundTrip.AssertSame(new InterviewResponse(
            new QuestionResponse("matter", "choice", "什么事", "选一个", [new OptionResponse("wages", "欠薪")], true, true, "不清楚", "您的事"),
            [new FieldErrorResponse("id", "idNumber.checkDigit", "再看一遍")], 0.25, [new ReviewLineResponse("name", "名字", "某某", "某*")], false,
            [new NoticeResponse("danger", "danger", "先打 110", "110", [new BasisResponse("反家庭暴力法", "第十三条", "/articles/a/b")])], ["amount"]));
        RoundTrip.AssertSame(new InterviewResponse(null, [], 1, [], true, [], []));
    }

    [Fact]
    public void A_request_and_what_became_of_it_keep_every_field()
    {
        var deadline = new DeadlineResponse("决定", Morning, "《法律援助法》第四十三条", "office", "green");
        RoundTrip.AssertSame(new SubmissionRequest("legal-aid", Answers, "kiosk"));
        RoundTrip.AssertSame(new SubmissionResponse("2611-0042", "ABCD2345", "received", [deadline]));
        RoundTrip.AssertSame(new LookupRequest("2611-0042", "ABCD2345"));
        RoundTrip.AssertSame(new LookupResponse(
            "2611-0042",
            "legal-aid",
            "法律援助申请",
            "refused",
            "没有同意",
            "某律师",
            [new HistoryResponse(Morning, "received", "收到了", "请等一等")],
            [deadline],
            [new AskedItemResponse("身份证", "idPhoto")],
            [new RefusalReasonResponse("不在范围里", [new BasisResponse("法律援助法", "第三十一条", "/articles/a/b")])],
            "向司法局提出",
            [new RequestAppointmentResponse("A-1", Morning, Morning.AddMinutes(30), "centre", "booked")],
            [new SentFileResponse("f1", "欠条.jpg", 20, "evidence")],
            ["object", "erase"],
            [new IssuedLetterResponse("l1", "不予法律援助决定书", "示例法援〔2026〕1号", Morning)]));
        RoundTrip.AssertSame(new LetterRequest("2611-0042", "ABCD2345", "l1"));
        RoundTrip.AssertSame(new LetterResponse("不予法律援助决定书", "示例法援〔2026〕1号", Morning, [new PaperLineResponse("title", "不予法律援助决定书")]));
        RoundTrip.AssertSame(new SupplementRequest("2611-0042", "ABCD2345", Answers, [new SupplementFileRequest("f1", "evidence")], "补一张"));
        RoundTrip.AssertSame(new ObjectionRequest("2611-0042", "ABCD2345", "我家里真困难"));
        RoundTrip.AssertSame(new CorrectionRequest("2611-0042", "ABCD2345", Answers));
        RoundTrip.AssertSame(new FileRequest("2611-0042", "ABCD2345", "f1"));
        RoundTrip.AssertSame(new MyDataResponse([new ReviewLineResponse("name", "名字", "某某", "某*")], Answers, [new SentFileResponse("f1", "欠条.jpg", 20, null)], Morning));
        RoundTrip.AssertSame(new AttachmentResponse("f1", "欠条.jpg", "image/jpeg", 20L * 1024 * 1024 * 1024));
    }

    [Fact]
    public void An_appointment_keeps_every_field()
    {
        RoundTrip.AssertSame(new SlotResponse("s1", "centre", "video", Morning, Morning.AddMinutes(30), 2));
        RoundTrip.AssertSame(new HoldRequest("s1"));
        RoundTrip.AssertSame(new HoldResponse("h1", Morning));
        RoundTrip.AssertSame(new BookingRequest("某某", "13800000000", HoldId: "h1", RequestNumber: "2611-0042", Notify: true));
        RoundTrip.AssertSame(new BookingRequest("某某", "13800000000", SlotId: "s1"));
        RoundTrip.AssertSame(new AppointmentResponse("a1", "A-1", "ABCD2345", Morning, Morning.AddMinutes(30), "centre", "video", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"));
        RoundTrip.AssertSame(new RescheduleRequest("ABCD2345", "s2"));
        RoundTrip.AssertSame(new CancellationRequest("ABCD2345", "不来了"));
        RoundTrip.AssertSame(new CancellationResponse("a1", "A-1", "cancelled"));
    }

    [Fact]
    public void The_waiting_list_and_the_queue_keep_every_field()
    {
        RoundTrip.AssertSame(new WaitingRequest("legal-aid", new DateOnly(2026, 11, 25), new DateOnly(2026, 12, 1), "某某", "13800000000", "centre", "video", "2611-0042"));
        RoundTrip.AssertSame(new WaitingStatusResponse("offered", 0, new SlotResponse("s1", "centre", "video", Morning, Morning.AddMinutes(30), 2), Morning));
        RoundTrip.AssertSame(new WaitingResponse("w1", "ABCD2345", 3));
        RoundTrip.AssertSame(new CodeRequest("ABCD2345"));
        RoundTrip.AssertSame(new QueueRequest("centre", "legal-aid", "13800000000"));
        RoundTrip.AssertSame(new QueueTicketResponse("q1", "007", "waiting", 2, Morning));
        RoundTrip.AssertSame(new QueueTicketResponse("q1", "007", "waiting", 2, null));
        RoundTrip.AssertSame(new QueueResponse("centre", ["005", "004"], ["006"]));
    }

    [Fact]
    public void A_place_a_rating_and_a_refusal_keep_every_field()
    {
        RoundTrip.AssertSame(new PlaceResponse(
            "centre", "示例中心", "county", "示例路 1 号", "0000-0000000", 43.65, 122.24, 820.5, false, Morning, ["周一至周五 9:00-17:00"], ["legal-aid"], ["zh", "mn"], true, true));
        RoundTrip.AssertSame(new FeedbackRequest("request", 5, "2611-0042", ["quick"], "快"));
        RoundTrip.AssertSame(new ProblemResponse(
            "slot.taken", "刚被约走了", 409, Next: [new SlotResponse("s1", "centre", "video", Morning, Morning.AddMinutes(30), 2)]));
        RoundTrip.AssertSame(new ProblemResponse("request.incomplete", "还差", 422, Errors: [new FieldErrorResponse("id", "answer.required", "请写")]));
    }

    [Fact]
    public void Times_are_written_as_iso_8601_with_their_offset()
    {
        Assert.Contains("\"expiresAt\":\"2026-11-25T09:30:00+08:00\"", JsonSerializer.Serialize(new HoldResponse("h", Morning), RoundTrip.Json).Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
