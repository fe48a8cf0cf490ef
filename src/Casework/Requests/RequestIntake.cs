using LegalService.Casework.Attachments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Documents;
using LegalService.Casework.Idempotency;
using LegalService.Casework.Numbers;
using LegalService.Casework.Places;
using LegalService.Casework.Store;
using LegalService.Casework.Switches;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;

namespace LegalService.Casework.Requests;

/// <summary>Takes requests in. Thread safe.</summary>
public sealed class RequestIntake
{
    private readonly OnceOnly _once;
    private readonly RequestChanges _changes;
    private readonly CitizenAccess _access;
    private readonly AttachmentService _attachments;
    private readonly IServiceDefinitions _definitions;
    private readonly PlaceCatalog _places;
    private readonly SwitchBoard _switches;
    private readonly DocumentReading _documents;
    private readonly TimeProvider _time;

    internal RequestIntake(
        OnceOnly once, RequestChanges changes, CitizenAccess access, AttachmentService attachments, IServiceDefinitions definitions, PlaceCatalog places,
        SwitchBoard switches, DocumentReading documents, TimeProvider time) =>
        (_once, _changes, _access, _attachments, _definitions, _places, _switches, _documents, _time) =
        (once, changes, access, attachments, definitions, places, switches, documents, time);

    /// <summary>The service is a guide: it asks nothing and takes nothing in.</summary>
    public static Failure GuideOnly { get; } = new("service.guideOnly", "这一项只有办事指南，不在这里收件，请按指南去办。");

    /// <summary>
    /// Takes a request in, once for each key. What it returns is on disk. Failures: <c>service.unknown</c>; <c>service.guideOnly</c>; <c>service.paused</c>; <c>request.incomplete</c> with Details
    /// <c>errors</c> (<see cref="AnswerError"/>) and <c>question</c> (the field to ask next, or null); <c>request.channel</c>; <c>attachment.notFound</c>,
    /// <c>attachment.type</c>, <c>attachment.tooMany</c>, <c>attachment.tooLarge</c>; <c>idempotency.key</c>, <c>idempotency.mismatch</c>.
    /// </summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">The header Idempotency-Key.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<Result<SubmittedRequest>> SubmitAsync(NewRequest request, string? idempotencyKey, CancellationToken cancellation)
    {
        // Outside the transaction: checking answers keeps no one waiting. A repeated key gets its answer even if the service has changed meanwhile.
        var check = Check(request);
        return _once.RunAsync<SubmittedRequest>(
            "request.submit", idempotencyKey, request,
            async (context, token) => check.Succeeded ? await TakeInAsync(context, check.Value, request.Document, token) : check.Failure, cancellation);
    }

    /// <summary>Failure <c>request.incomplete</c>, with what is wrong; null when the interview is done.</summary>
    internal static Failure? Incomplete(ServiceDefinition definition, Answers answers, DateOnly today)
    {
        var step = Interview.Next(definition, answers, today);
        return step.Done ? null : new("request.incomplete", step.Errors is [var first, ..] ? first.Message : "还有问题没有回答，请填完再提交。")
        {
            Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = step.Errors, ["question"] = step.Question?.Id },
        };
    }

    /// <summary>The uploads that answers name.</summary>
    internal static IReadOnlyList<AttachmentClaim> FilesOf(ServiceDefinition definition, Answers sent) =>
        [.. from field in definition.Interview.Fields
            where field.Type == FieldType.File
            let answer = sent.Get(field.Id)
            where answer is not null
            let file = FileAnswer.Read(answer.Value)
            where file is not null
            select new AttachmentClaim(file.Id, field.Id, field.Rules.Extensions)];

    private Result<Checked> Check(NewRequest request)
    {
        if (_definitions.Find(request.Service) is not { } definition)
            return RequestFailures.NoService;
        if (definition.IsGuideOnly)
            return GuideOnly;
        if (_switches.RefuseService(definition.Id) is { } paused)
            return paused;
        var channel = request.Channel ?? "web";
        if (channel.Length is 0 or > 40 || !channel.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            return new Failure("request.channel", "channel 只能用小写字母和数字，最多 40 个");
        var today = BeijingTime.Today(_time);
        var answers = Answers.From(request.Answers);
        return Incomplete(definition, answers, today) is { } failure ? failure : new Checked(
            definition, Interview.Sent(definition, answers, today), channel, request.Kiosk?.Id,
            _places.OfficeFor(request.Service, request.Office ?? request.Kiosk?.Office)?.Id);
    }

    private async Task<Result<SubmittedRequest>> TakeInAsync(CaseworkContext context, Checked sent, NewDocument? document, CancellationToken cancellation)
    {
        var now = Instants.ToMicroseconds(_time.GetUtcNow());
        var (number, code) = (CaseNumber.Draw(CaseNumber.Request, _time), PickupCode.Draw());
        var request = new Request
        {
            Number = number,
            CodeFingerprint = _access.FingerprintOf(number, code),
            Service = sent.Definition.Id,
            Channel = sent.Channel,
            Kiosk = sent.Kiosk,
            Office = sent.Office,
            ReceivedAt = now,
        };
        context.Add(request);
        if (document is not null)
            _documents.Add(context, request.Id, document);
        await _changes.WritePaperAsync(context, request, sent.Definition, sent.Answers, cancellation);
        if (await _attachments.ClaimAsync(context, request.Id, FilesOf(sent.Definition, sent.Answers), cancellation) is { } failure)
            return failure;
        var deadlines = await _changes.BeginAsync(context, request, sent.Definition, sent.Answers, cancellation);
        return new SubmittedRequest(number, code, request.State, [.. deadlines.Select(deadline => DeadlineLine.Of(deadline, now))]);
    }

    private sealed record Checked(ServiceDefinition Definition, Answers Answers, string Channel, Guid? Kiosk, string? Office);
}
