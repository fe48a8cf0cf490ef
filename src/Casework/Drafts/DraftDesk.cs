using System.Text.Json;
using LegalService.Casework.Attachments;
using LegalService.Casework.Calendar;
using LegalService.Casework.Numbers;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Walking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalService.Casework.Drafts;

/// <summary>A draft that was put aside.</summary>
/// <param name="Number">What it is called.</param>
/// <param name="Code">Pickup code; shown once.</param>
/// <param name="KeptUntil">When it is removed, on Beijing's clock.</param>
public sealed record DraftSaved(string Number, string Code, DateTimeOffset KeptUntil);

/// <summary>A draft that was taken up again.</summary>
/// <param name="Service">Id of its service.</param>
/// <param name="Upgrade">The answers as the service asks today; nothing that was typed is lost.</param>
/// <param name="KeptUntil">When it is removed.</param>
public sealed record DraftOpened(string Service, AnswerUpgrade Upgrade, DateTimeOffset KeptUntil);

/// <summary>
/// Keeps the answers of an interview that is not done, so that a citizen can go and look for a paper, and go on elsewhere: begun at a kiosk, ended on a phone.
/// A wrong number and a wrong code are one failure, <c>draft.notFound</c>; too many wrong ones <c>lookup.locked</c>. Thread safe.
/// </summary>
public sealed class DraftDesk
{
    private readonly CaseworkStore _store;
    private readonly Sealer _sealer;
    private readonly CitizenAccess _access;
    private readonly IServiceDefinitions _definitions;
    private readonly IOptions<DraftOptions> _options;
    private readonly TimeProvider _time;

    internal DraftDesk(
        CaseworkStore store, Sealer sealer, CitizenAccess access, IServiceDefinitions definitions, IOptions<DraftOptions> options, TimeProvider time) =>
        (_store, _sealer, _access, _definitions, _options, _time) = (store, sealer, access, definitions, options, time);

    private static Failure NotFound => new("draft.notFound", "没有找到存下的内容：编号或取件码不对，或者存得太久已经删掉了");

    /// <summary>Puts answers aside. Failures: <c>service.unknown</c>, <c>draft.empty</c>, <c>answers.tooMany</c>, <c>answers.tooLarge</c>.</summary>
    public async Task<Result<DraftSaved>> SaveAsync(string service, IReadOnlyDictionary<string, JsonElement> answers, CancellationToken cancellation)
    {
        var typed = Answers.From(answers);
        if (Refuse(service, typed) is { } failure)
            return failure;
        var code = PickupCode.Draw();
        for (; ; )
        {
            var number = CaseNumber.Draw(CaseNumber.Draft, _time);
            var draft = new Draft { Number = number, CodeFingerprint = _access.FingerprintOf(number, code), Service = service, Until = Later() };
            draft.SealedAnswers = Seal(draft, typed);
            try
            {
                await _store.WriteAsync((context, _) => Task.FromResult(context.Add(draft)), cancellation);
                return new DraftSaved(number, code, BeijingTime.Of(draft.Until));
            }
            catch (UniqueViolationException)
            {
                // Another one has this number.
            }
        }
    }

    /// <summary>Puts more answers aside in the place of those before; it is kept longer. Failures of both kinds above.</summary>
    /// <returns>Until when it is kept.</returns>
    public async Task<Result<DateTimeOffset>> SaveAgainAsync(string number, string code, IReadOnlyDictionary<string, JsonElement> answers, CancellationToken cancellation)
    {
        var typed = Answers.From(answers);
        return await ChangeAsync(
            number, code,
            (_, draft, _) =>
            {
                if (Refuse(draft.Service, typed) is { } failure)
                    return Task.FromResult<Result<DateTimeOffset>>(failure);
                (draft.SealedAnswers, draft.Until) = (Seal(draft, typed), Later());
                return Task.FromResult<Result<DateTimeOffset>>(BeijingTime.Of(draft.Until));
            },
            cancellation);
    }

    /// <summary>Takes it up again. Failures: <c>draft.notFound</c>, <c>lookup.locked</c>, <c>service.unknown</c> (it is not offered any more).</summary>
    public Task<Result<DraftOpened>> OpenAsync(string number, string code, CancellationToken cancellation) => ChangeAsync(
        number, code,
        async (context, draft, token) =>
        {
            if (_definitions.Find(draft.Service) is not { } definition)
                return RequestFailures.NoService;
            var typed = JsonSerializer.Deserialize<Answers>(_sealer.OpenBytes(draft.SealedAnswers, draft.Place))!;
            var upgrade = Interview.Upgrade(typed, definition, BeijingTime.Today(_time));
            return (Result<DraftOpened>)new DraftOpened(draft.Service, await WithoutGoneFilesAsync(context, definition, upgrade, token), BeijingTime.Of(draft.Until));
        },
        cancellation);

    /// <summary>Removes it, as when the request was sent. Failures: <c>draft.notFound</c>, <c>lookup.locked</c>.</summary>
    public Task<Result<bool>> RemoveAsync(string number, string code, CancellationToken cancellation) => ChangeAsync(
        number, code,
        (context, draft, _) =>
        {
            context.Remove(draft);
            return Task.FromResult<Result<bool>>(true);
        },
        cancellation);

    internal Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        return _store.WriteAsync((context, token) => context.Set<Draft>().Where(draft => draft.Until <= now).ExecuteDeleteAsync(token), cancellation);
    }

    private async Task<Result<T>> ChangeAsync<T>(
        string number, string code, Func<CaseworkContext, Draft, CancellationToken, Task<Result<T>>> change, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var entered = await _access.EnterAsync(
            number, code, NotFound,
            (wanted, token) => _store.ReadAsync(
                (context, stop) => context.Set<Draft>().Where(draft => draft.Number == wanted && draft.Until > now)
                    .Select(draft => new Door(draft.Id, draft.CodeFingerprint)).SingleOrDefaultAsync(stop),
                token),
            cancellation);
        if (!entered.Succeeded)
            return entered.Failure;
        return await _store.WriteAsync(
            async (context, token) => await context.Set<Draft>().FindAsync([entered.Value], token) is { } draft ? await change(context, draft, token) : NotFound,
            cancellation);
    }

    /// <summary>Files that waited too long for their request are removed before the draft is: they are asked for again.</summary>
    private static async Task<AnswerUpgrade> WithoutGoneFilesAsync(
        CaseworkContext context, ServiceDefinition definition, AnswerUpgrade upgrade, CancellationToken cancellation)
    {
        foreach (var file in RequestIntake.FilesOf(definition, upgrade.Answers))
        {
            if (await context.Set<Attachment>().AnyAsync(row => row.Id == file.Id, cancellation))
                continue;
            upgrade = upgrade with
            {
                Answers = upgrade.Answers.Without(file.Item!),
                Flagged = [.. upgrade.Flagged, new AnswerError(file.Item!, "file.gone", "上次传的文件已经删掉了，请再传一次")],
            };
        }

        return upgrade;
    }

    private Failure? Refuse(string service, Answers typed)
    {
        if (_definitions.Find(service) is not { } definition)
            return RequestFailures.NoService;
        if (typed.Values.IsEmpty)
            return new Failure("draft.empty", "还没有填写内容，填了再存");
        // An answer that is wrong is kept as it was typed; one that nobody would read is not.
        return Interview.Next(definition, typed, BeijingTime.Today(_time)).Errors.FirstOrDefault(error => error.Code.StartsWith("answers.", StringComparison.Ordinal)) is { } fault
            ? new Failure(fault.Code, fault.Message)
            : null;
    }

    private byte[] Seal(Draft draft, Answers typed) => _sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(typed), draft.Place);

    private DateTimeOffset Later() => _time.GetUtcNow().AddDays(_options.Value.KeepDays);
}
