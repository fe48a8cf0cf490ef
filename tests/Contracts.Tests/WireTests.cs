using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace LegalService.Contracts.Tests;

/// <summary>What the client puts on the wire, and what it makes of what comes back.</summary>
public sealed class WireTests
{
    private static readonly Dictionary<string, JsonElement> Answers = new(StringComparer.Ordinal) { ["matter"] = JsonSerializer.SerializeToElement("wages") };

    public static TheoryData<string, string, string?, Func<ILegalServiceApi, Task>> Calls => new()
    {
        { "GET", "/api/v1/services", null, api => api.ServicesAsync() },
        { "GET", "/api/v1/services/legal-aid", null, api => api.ServiceAsync("legal-aid") },
        { "POST", "/api/v1/interviews/legal-aid/next", """{"answers":{"matter":"wages"}}""", api => api.NextQuestionAsync("legal-aid", new InterviewRequest(Answers)) },
        { "POST", "/api/v1/requests/lookup", """{"number":"1","code":"c"}""", api => api.LookupAsync(new LookupRequest("1", "c")) },
        { "POST", "/api/v1/requests/withdraw", """{"number":"1","code":"c","reason":null}""", api => api.WithdrawAsync(new WithdrawalRequest("1", "c")) },
        { "GET", "/api/v1/slots?service=legal-aid&office=centre&from=2026-11-25&to=2026-12-01", null, api => api.SlotsAsync("legal-aid", "centre", new DateOnly(2026, 11, 25), new DateOnly(2026, 12, 1)) },
        { "GET", "/api/v1/slots?service=legal-aid", null, api => api.SlotsAsync("legal-aid") },
        { "POST", "/api/v1/holds", """{"slotId":"s"}""", api => api.HoldAsync(new HoldRequest("s")) },
        { "POST", "/api/v1/appointments/a1/reschedule", """{"code":"c","slotId":"s"}""", api => api.RescheduleAsync("a1", new RescheduleRequest("c", "s")) },
        { "POST", "/api/v1/appointments/a1/cancel", """{"code":"c","reason":"r"}""", api => api.CancelAsync("a1", new CancellationRequest("c", "r")) },
        { "POST", "/api/v1/waiting-list/w1/leave", """{"code":"c"}""", api => api.LeaveWaitingListAsync("w1", new LeaveRequest("c")) },
        { "GET", "/api/v1/queue?office=centre", null, api => api.QueueAsync("centre") },
        { "GET", "/api/v1/places?near=43.65%2C122.24", null, api => api.PlacesAsync("43.65,122.24") },
        { "GET", "/api/v1/places", null, api => api.PlacesAsync() },
        { "POST", "/api/v1/feedback", """{"kind":"service","rating":5,"subject":null,"reasons":null,"comment":null}""", api => api.FeedbackAsync(new FeedbackRequest("service", 5)) },
    };

    public static TheoryData<string, Func<ILegalServiceApi, string, Task>> KeyedCalls => new()
    {
        { "/api/v1/requests", (api, key) => api.SubmitAsync(new SubmissionRequest("legal-aid", Answers), key) },
        { "/api/v1/requests/supplement", (api, key) => api.SupplementAsync(new SupplementRequest("1", "c", Answers), key) },
        { "/api/v1/appointments", (api, key) => api.BookAsync(new BookingRequest("某某", "13800000000", SlotId: "s"), key) },
        { "/api/v1/waiting-list", (api, key) => api.WaitAsync(new WaitingRequest("legal-aid", new DateOnly(2026, 11, 25), new DateOnly(2026, 12, 1), "某某", "13800000000"), key) },
        { "/api/v1/queue", (api, key) => api.TakeNumberAsync(new QueueRequest("centre", "legal-aid"), key) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Each_call_goes_to_its_address_with_its_body(string method, string address, string? body, Func<ILegalServiceApi, Task> call)
    {
        var wire = new Wire();
        await using var services = wire.Services();

        await call(services.GetRequiredService<ILegalServiceApi>());

        Assert.Equal((method, address, body), (wire.Method, wire.Address, wire.Body));
        Assert.Null(wire.IdempotencyKey);
    }

    [Theory]
    [MemberData(nameof(KeyedCalls))]
    public async Task What_makes_something_new_carries_an_idempotency_key(string address, Func<ILegalServiceApi, string, Task> call)
    {
        var wire = new Wire();
        await using var services = wire.Services();

        await call(services.GetRequiredService<ILegalServiceApi>(), "key-1");

        Assert.Equal(("POST", address, "key-1"), (wire.Method, wire.Address, wire.IdempotencyKey));
    }

    [Fact]
    public async Task A_file_is_uploaded_as_one_part_named_file()
    {
        var wire = new Wire { Answer = """{"id":"f1","name":"欠条.jpg","type":"image/jpeg","size":3}""" };
        await using var services = wire.Services();
        using var content = new MemoryStream("abc"u8.ToArray());

        var attachment = await services.GetRequiredService<ILegalServiceApi>().UploadAsync(new StreamPart(content, "note.jpg", "image/jpeg"));

        Assert.Equal(new AttachmentResponse("f1", "欠条.jpg", "image/jpeg", 3), attachment);
        Assert.Equal("/api/v1/attachments", wire.Address);
        Assert.Matches("name=\"?file\"?; filename=\"?note.jpg", wire.Body!);
        Assert.Contains("abc", wire.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_slot_reaches_the_caller_with_the_next_free_ones()
    {
        var wire = new Wire
        {
            Status = HttpStatusCode.Conflict,
            Answer = """{"code":"slot.taken","detail":"刚被约走了","status":409,"next":[{"id":"s2","office":"centre","kind":"inPerson","start":"2026-11-25T09:30:00+08:00","end":"2026-11-25T10:00:00+08:00","free":1}]}""",
        };
        await using var services = wire.Services();

        var refusal = await Assert.ThrowsAnyAsync<ApiException>(() => services.GetRequiredService<ILegalServiceApi>().HoldAsync(new HoldRequest("s1")));

        var problem = JsonSerializer.Deserialize<ProblemResponse>(refusal.Content!, JsonSerializerOptions.Web)!;
        Assert.Equal(("slot.taken", "刚被约走了", 409), (problem.Code, problem.Detail, problem.Status));
        Assert.Equal(("s2", TimeSpan.FromHours(8)), (Assert.Single(problem.Next!).Id, problem.Next![0].Start.Offset));
    }

    private sealed class Wire : HttpMessageHandler
    {
        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public string? Answer { get; init; }

        public string? Method { get; private set; }

        public string? Address { get; private set; }

        public string? Body { get; private set; }

        public string? IdempotencyKey { get; private set; }

        public ServiceProvider Services()
        {
            var services = new ServiceCollection();
            services.AddLegalServiceApi(new Uri("http://server.test")).ConfigurePrimaryHttpMessageHandler(() => this);
            return services.BuildServiceProvider();
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Method, Address) = (request.Method.Method, request.RequestUri!.PathAndQuery);
            Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            IdempotencyKey = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null;
            // "null" is read as no object and no list.
            return new HttpResponseMessage(Status) { RequestMessage = request, Content = new StringContent(Answer ?? "null", Encoding.UTF8, "application/json") };
        }
    }
}
