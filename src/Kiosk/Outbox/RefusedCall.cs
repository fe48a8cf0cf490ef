using System.Security.Cryptography;
using LegalService.Contracts;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.LocalCopy;

namespace LegalService.Kiosk.Outbox;

/// <summary>
/// A submission that the centre does not take after the citizen has gone must not lie on a machine in a corridor: where it holds a phone number, the office is
/// asked to call.
/// </summary>
internal sealed class RefusedCall(Library library, KioskMessages messages, TimeProvider time)
{
    /// <summary>The call; null when there is no number to call. The same entry always gives the same call, so that it is made once.</summary>
    public OutboxEntry? For(OutboxEntry entry, ProblemResponse problem)
    {
        if (entry.Submission is not { } submission || library.Current.Services.Find(submission.Service) is not { } service)
            return null;
        if (Answer(service, submission, FieldType.Phone) is not { } phone)
            return null;
        return new()
        {
            Id = new Guid(SHA256.HashData(entry.Id.ToByteArray()).AsSpan(0, 16)),
            Slip = Slip.New(),
            MadeAt = time.GetUtcNow(),
            Callback = new(phone, messages.Format("kiosk.outbox.refusedCall", service.Name, problem.Code), Answer(service, submission, FieldType.Name)),
        };
    }

    private static string? Answer(ServiceDefinition service, Submission submission, FieldType type) => service.Interview.Fields
        .Where(field => field.Type == type)
        .Select(field => submission.Answers.TryGetValue(field.Id, out var answer) ? AnswerJson.Text(answer) : null)
        .FirstOrDefault(text => text is not null);
}
