using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using LegalService.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LegalService.Kiosk.Tests.Support;

/// <summary>
/// A centre that can be older, newer, slow, gone, or of another time. It speaks the routes of the shared API over real HTTP and holds tokens and keys to their rules;
/// the real one is in the end-to-end tests.
/// </summary>
internal sealed class StandInCentre : IAsyncDisposable
{
    public const string Code = "1234-5678";
    private const string Token = "token-of-these-minutes";

    private readonly ECDsa _signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly int _port = FreePort();
    private string? _kioskKey;
    private WebApplication? _app;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Its clock less the real one.</summary>
    public TimeSpan Ahead { get; set; }

    public int ApiVersion { get; set; } = KioskHeartbeatRequest.CurrentApi;

    public bool Revoked { get; set; }

    public bool Paused { get; set; }

    public string? Message { get; set; }

    /// <summary>What it answers to a submission in the place of a number.</summary>
    public Func<IResult>? Refusal { get; set; }

    /// <summary>It takes the next submission and breaks the connection instead of saying so.</summary>
    public bool LosesNextAnswer { get; set; }

    public byte[]? Corpus { get; set; }

    public string CorpusVersion { get; set; } = "v1";

    /// <summary>Signs with another key than it showed at enrolment.</summary>
    public bool IsImpostor { get; set; }

    /// <summary>Gives so many bytes of the corpus, then breaks off; null gives all.</summary>
    public int? BreaksOffAfter { get; set; }

    /// <summary>Submissions by their Idempotency-Key.</summary>
    public ConcurrentDictionary<string, SubmissionRequest> Requests { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, KioskCallbackRequest> Callbacks { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, FeedbackRequest> Ratings { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<byte[]> Uploads { get; } = new();

    public ConcurrentQueue<KioskHeartbeatRequest> Heartbeats { get; } = new();

    public ConcurrentQueue<string> Ranges { get; } = new();

    public int Submitted;

    public async Task<StandInCentre> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        var app = builder.Build();
        app.MapPost("/api/v1/kiosk/enrol", Enrol);
        app.MapPost("/api/v1/kiosk/token", GiveToken);
        var inside = app.MapGroup("").AddEndpointFilter(async (context, next) => Refused(context.HttpContext) ?? await next(context));
        inside.MapPost("/api/v1/kiosk/heartbeat", Beat);
        inside.MapPost("/api/v1/kiosk/callbacks", (HttpRequest http, KioskCallbackRequest call) =>
        {
            Callbacks[http.Headers["Idempotency-Key"].ToString()] = call;
            return new KioskCallbackResponse(Now.AddHours(2));
        });
        inside.MapPost("/api/v1/feedback", (HttpRequest http, FeedbackRequest rating) =>
        {
            Ratings[http.Headers["Idempotency-Key"].ToString()] = rating;
            return Results.Json(new FeedbackResponse("1"), statusCode: 201);
        });
        inside.MapGet("/api/v1/kiosk/corpus", Manifest);
        inside.MapGet("/api/v1/kiosk/corpus/{version}", GiveCorpusAsync);
        inside.MapPost("/api/v1/requests", Submit);
        inside.MapPost("/api/v1/attachments", UploadAsync);
        inside.MapPost("/api/v1/answers", () => new AnswerResponse("answered", "中心的回答", [], [], 1, "faq"));
        await app.StartAsync();
        _app = app;
        return this;
    }

    /// <summary>The line is cut, or the centre is gone.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
            await app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _signing.Dispose();
    }

    private DateTimeOffset Now => TimeProvider.System.GetUtcNow() + Ahead;

    private IResult Enrol(KioskEnrolmentRequest request)
    {
        if (request.Code != Code)
            return Problem("kiosk.code", HttpStatusCode.BadRequest, "登记码不对");
        _kioskKey = request.PublicKey;
        return Results.Json(new KioskEnrolmentResponse("kiosk-1", "一号机", "county", Convert.ToBase64String(_signing.ExportSubjectPublicKeyInfo())), statusCode: 201);
    }

    private IResult GiveToken(KioskTokenRequest request)
    {
        if (Revoked)
            return Problem("kiosk.revoked", HttpStatusCode.Unauthorized, "已停用");
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(_kioskKey!), out _);
        if (!key.VerifyData(Encoding.UTF8.GetBytes(request.SignedText), Convert.FromBase64String(request.Signature), HashAlgorithmName.SHA256))
            return Problem("kiosk.signature", HttpStatusCode.Unauthorized, "签名不对");
        return (Now - request.IssuedAt).Duration() > TimeSpan.FromSeconds(90)
            ? Problem("kiosk.clock", HttpStatusCode.BadRequest, "时间不对", ("serverTime", Now))
            : Results.Json(new KioskTokenResponse(Token, Now.AddMinutes(5), Now));
    }

    private IResult? Refused(HttpContext context)
    {
        if (Revoked)
            return Problem("kiosk.revoked", HttpStatusCode.Unauthorized, "已停用");
        return context.Request.Headers.Authorization == $"Kiosk {Token}" ? null : Problem("kiosk.token", HttpStatusCode.Unauthorized, "没有凭证");
    }

    private KioskHeartbeatResponse Beat(KioskHeartbeatRequest report)
    {
        Heartbeats.Enqueue(report);
        return new(Now, "1.0", ApiVersion, Corpus is null ? null : CorpusVersion, Paused, Message, 5);
    }

    private async Task<IResult> UploadAsync(HttpRequest request)
    {
        var file = (await request.ReadFormAsync()).Files[0];
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        Uploads.Enqueue(bytes.ToArray());
        return Results.Json(new AttachmentResponse($"centre{Uploads.Count}", file.FileName, "image/jpeg", file.Length), statusCode: 201);
    }

    private IResult Submit(HttpContext context, SubmissionRequest request)
    {
        if (Refusal is { } refusal)
            return refusal();
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        Interlocked.Increment(ref Submitted);
        var known = Requests.GetOrAdd(key, request);
        if (System.Text.Json.JsonSerializer.Serialize(known) != System.Text.Json.JsonSerializer.Serialize(request))
            return Problem("idempotency.mismatch", HttpStatusCode.Conflict, "内容不同");
        if (LosesNextAnswer)
        {
            LosesNextAnswer = false;
            context.Abort();
        }

        return Results.Json(new SubmissionResponse($"2611-{key[..6]}", "CODE-" + key[..4], "received", []), statusCode: 201);
    }

    private KioskCorpusResponse Manifest()
    {
        var manifest = new KioskCorpusResponse(CorpusVersion, Corpus!.Length, Convert.ToHexStringLower(SHA256.HashData(Corpus)), "");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = (IsImpostor ? other : _signing).SignData(Encoding.UTF8.GetBytes(manifest.SignedText), HashAlgorithmName.SHA256);
        return manifest with { Signature = Convert.ToBase64String(signature) };
    }

    private async Task GiveCorpusAsync(HttpContext context)
    {
        Ranges.Enqueue(context.Request.Headers.Range.ToString());
        if (BreaksOffAfter is not { } most)
        {
            await Results.Bytes(Corpus!, "application/zip", enableRangeProcessing: true).ExecuteAsync(context);
            return;
        }

        context.Response.ContentLength = Corpus!.Length;
        await context.Response.Body.WriteAsync(Corpus.AsMemory(0, most));
    }

    public static IResult Problem(string code, HttpStatusCode status, string detail, params (string Name, object Value)[] more) => Results.Problem(
        detail, statusCode: (int)status, extensions: more.Append(("code", code)).ToDictionary(member => member.Item1, member => (object?)member.Item2, StringComparer.Ordinal));

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
