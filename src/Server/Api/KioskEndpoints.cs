using System.Reflection;
using LegalService.Casework;
using LegalService.Casework.Handovers;
using LegalService.Casework.Kiosks;
using LegalService.Casework.Places;
using LegalService.Contracts;
using LegalService.Server.Api.Description;
using LegalService.Server.Hosting;
using LegalService.Server.Kiosks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LegalService.Server.Api;

/// <summary>What kiosks ask. All but the door asks for a kiosk's token: <c>Authorization: Kiosk TOKEN</c>.</summary>
internal static class KioskEndpoints
{
    private const string Zip = "application/zip";

    private static readonly Failure NotReady = new("kiosk.corpusNotReady", "自助机的资料正在打包，请过几秒再取。");
    private static readonly Failure Gone = new("kiosk.corpusGone", "这个版本的资料已经换新，请重新查一次版本。");

    private static readonly string Version =
        typeof(KioskEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static void MapKiosks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/kiosk").WithTags("kiosks").WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestInterview));
        group.MapPost("enrol", Enrol)
            .WithName("kioskEnrol")
            .WithSummary("A machine becomes a kiosk, with the one-time code of the console")
            .Refuses("kiosk.code", "kiosk.key", "kiosk.machine", "lookup.locked")
            .RequireRateLimiting(RateLimits.Lookups);
        group.MapPost("token", Token)
            .WithName("kioskToken")
            .WithSummary("A token for some minutes, for a signature with the kiosk's key")
            .Refuses("kiosk.unknown", "kiosk.revoked", "kiosk.signature", "kiosk.clock", "kiosk.nonce")
            .RequireRateLimiting(RateLimits.Tokens);

        var own = group.MapGroup("").Refuses("kiosk.token", "kiosk.revoked").RequireAuthorization(KioskAuthentication.Policy);
        own.MapPost("heartbeat", Heartbeat).WithName("kioskHeartbeat").WithSummary("How a kiosk is, and what the centre wants").Refuses("heartbeat.invalid")
            .RequireRateLimiting(RateLimits.Reads);
        own.MapGet("corpus", Corpus).WithName("kioskCorpus").WithSummary("Which corpus kiosks should have").Refuses("kiosk.corpusNotReady")
            .RequireRateLimiting(RateLimits.Reads);
        own.MapGet("corpus/{version}", CorpusFile).WithName("kioskCorpusFile").WithSummary("Its file; ranges are served, so that a transfer goes on where it broke off")
            .Produces(StatusCodes.Status200OK, contentType: Zip).Refuses("kiosk.corpusGone").RequireRateLimiting(RateLimits.Reads);
        own.MapPost("matters", Matters).WithName("kioskMatters").WithSummary("What is underway for the person whose card was read")
            .Refuses("person.name", "person.idNumber", "kiosk.paused").RequireRateLimiting(RateLimits.Lookups);
        own.MapPost("callbacks", CallBack).WithName("kioskCallback").WithSummary("Asks for a call back")
            .Refuses(
                "phone.length", "phone.areaCode", "phone.format", "callback.about", "callback.name", "idempotency.key", "idempotency.mismatch")
            .RequireRateLimiting(RateLimits.Writes);
        own.MapPickups();
    }

    /// <summary>The kiosk that calls, where the route asks for one.</summary>
    public static KnownKiosk CallingKiosk(this HttpContext context) => context.Kiosk() ?? throw new InvalidOperationException("The route asks for no kiosk");

    private static async Task<Results<Created<KioskEnrolmentResponse>, ProblemHttpResult>> Enrol(
        KioskEnrolmentRequest request, KioskDoor door, CentreKey key, CancellationToken cancellation)
    {
        var enrolled = await door.EnrolAsync(request.Code, request.PublicKey, request.Machine, cancellation);
        return enrolled.Succeeded
            ? TypedResults.Created((string?)null, new KioskEnrolmentResponse(
                enrolled.Value.Id.ToString("N"), enrolled.Value.Name, enrolled.Value.Office, await key.PublicKeyAsync(cancellation)))
            : enrolled.Failure.AsResult();
    }

    private static async Task<Results<Ok<KioskTokenResponse>, ProblemHttpResult>> Token(
        KioskTokenRequest request, KioskDoor door, KioskTokens tokens, TimeProvider time, CancellationToken cancellation)
    {
        var id = Guid.TryParse(request.KioskId, out var known) ? known : Guid.Empty;
        var admitted = await door.AdmitAsync(id, request.IssuedAt, request.Nonce, request.SignedText, request.Signature, cancellation);
        if (!admitted.Succeeded)
            return admitted.Failure.AsResult();
        var (token, expires) = tokens.Issue(admitted.Value);
        return TypedResults.Ok(new KioskTokenResponse(token, expires, time.GetUtcNow()));
    }

    private static async Task<Results<Ok<KioskHeartbeatResponse>, ProblemHttpResult>> Heartbeat(
        KioskHeartbeatRequest request, HttpContext context, KioskPulse pulse, CorpusBundle bundle, IOptions<KioskOptions> options, CancellationToken cancellation)
    {
        var kiosk = context.CallingKiosk();
        var heard = await pulse.BeatAsync(kiosk.Id, request.ToReport(), cancellation);
        return heard.Succeeded
            ? TypedResults.Ok(new KioskHeartbeatResponse(
                heard.Value, Version, KioskHeartbeatRequest.CurrentApi, bundle.Ask()?.Response.Version, kiosk.IsPaused, kiosk.Message, options.Value.HeartbeatSeconds))
            : heard.Failure.AsResult();
    }

    private static Results<Ok<KioskCorpusResponse>, ProblemHttpResult> Corpus(CorpusBundle bundle) =>
        bundle.Ask() is { } packed ? TypedResults.Ok(packed.Response) : NotReady.AsResult();

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> CorpusFile(string version, CorpusBundle bundle) =>
        bundle.Find(version) is { } packed
            ? TypedResults.PhysicalFile(packed.Path, Zip, entityTag: new EntityTagHeaderValue($"\"{packed.Response.Sha256}\""), enableRangeProcessing: true)
            : Gone.AsResult();

    private static async Task<Results<Ok<KioskMattersResponse>, ProblemHttpResult>> Matters(
        KioskPersonRequest request, HttpContext context, CardMatters matters, PlaceCatalog places, TimeProvider time, CancellationToken cancellation)
    {
        var kiosk = context.CallingKiosk();
        if (kiosk.IsPaused)
            return KioskFailures.Paused.AsResult();
        var found = await matters.FindAsync(request.Name, request.IdNumber, kiosk.Id, cancellation);
        return found.Succeeded ? TypedResults.Ok(found.Value.ToResponse(places, time.GetUtcNow())) : found.Failure.AsResult();
    }

    private static async Task<Results<Ok<KioskCallbackResponse>, ProblemHttpResult>> CallBack(
        KioskCallbackRequest request, [FromHeader(Name = IdempotencyKey.Header)] string? key, HttpContext context, CallbackDesk desk, CancellationToken cancellation)
    {
        var due = await desk.AskAtKioskAsync(
            context.CallingKiosk().Id, request.Phone, new CallbackWords(request.About, request.Name), IdempotencyKey.Or(key), cancellation);
        return due.Succeeded ? TypedResults.Ok(new KioskCallbackResponse(due.Value)) : due.Failure.AsResult();
    }
}
