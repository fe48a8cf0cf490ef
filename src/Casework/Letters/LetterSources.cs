using LegalService.Casework.Places;
using LegalService.Casework.Requests;
using LegalService.Casework.Sealing;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalService.Casework.Letters;

/// <summary>Says which letters fit a request, and reads what they are filled from. Thread safe.</summary>
internal sealed class LetterSources(
    Sealer sealer, RequestReading reading, IServiceDefinitions definitions, PlaceCatalog places, LetterTemplates templates, TimeProvider time)
{
    private const string Booked = "booked";

    public async Task<IReadOnlyList<LetterOffer>> OffersAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation)
    {
        if (await reading.LoadAsync(context, requestId, cancellation) is not { Request.SealedPaper: not null } loaded)
            return [];
        var issued = await IssuedAsync(context, requestId, cancellation);
        return [.. templates.All.Where(template => Refuse(template, loaded, issued) is null).Select(template => new LetterOffer(template.Id, template.Title, template.Basis))];
    }

    /// <summary>Failures: <c>request.notFound</c>, <c>letter.erased</c>, <c>letter.notYet</c>, <c>letter.issued</c>, <c>office.unknown</c>.</summary>
    public async Task<Result<LetterSource>> ReadAsync(CaseworkContext context, Guid requestId, LetterTemplate template, CancellationToken cancellation)
    {
        if (await reading.LoadAsync(context, requestId, cancellation) is not { } loaded)
            return RequestFailures.NotFound;
        if (Refuse(template, loaded, await IssuedAsync(context, requestId, cancellation)) is { } failure)
            return failure;
        var request = loaded.Request;
        if ((places.Find(request.Office ?? "") ?? places.OfficeFor(request.Service)) is not { } office)
            return LetterFailures.NoOffice;
        var now = time.GetUtcNow();
        var appointment = (await reading.AppointmentsAsync(context, request.Number, cancellation)).FirstOrDefault(next => next.Start > now && next.State == Booked);
        return new LetterSource
        {
            Request = request,
            Paper = RequestPaper.Open(sealer, request),
            Definition = definitions.Find(request.Service),
            Steps = loaded.Steps,
            Deadlines = loaded.Deadlines,
            Office = office,
            After = template.After,
            Appointment = appointment,
            MeetingPlace = appointment is null ? null : places.Find(appointment.Office),
            Hotline = templates.Settings.Hotline,
        };
    }

    private static Failure? Refuse(LetterTemplate template, RequestReading.Loaded loaded, IReadOnlySet<string> issued)
    {
        if (loaded.Request.SealedPaper is null)
            return LetterFailures.Erased;
        if (!template.Suits(loaded.Request.Service) || !loaded.Steps.Any(step => template.After.Contains(step.Row.Event, StringComparer.Ordinal)))
            return LetterFailures.NotYet;
        return !template.Repeats && issued.Contains(template.Id) ? LetterFailures.Issued : null;
    }

    private static async Task<IReadOnlySet<string>> IssuedAsync(CaseworkContext context, Guid requestId, CancellationToken cancellation) =>
        (await context.Set<Letter>().Where(letter => letter.RequestId == requestId && letter.State == LetterState.Issued).Select(letter => letter.Template).ToListAsync(cancellation))
        .ToHashSet(StringComparer.Ordinal);
}
