using LegalService.Casework.Appointments;
using LegalService.Casework.Matters;
using LegalService.Interviews;
using LegalService.Server.Api;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Booking;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;
using Microsoft.Extensions.Localization;

namespace LegalService.Server.Pages.My;

/// <summary>What belongs to the citizen: requests and appointments.</summary>
internal static class MyPages
{
    private static readonly Dictionary<string, string> Done = new(StringComparer.Ordinal)
    {
        ["erased"] = "pages.done.erased",
        ["moved"] = "pages.done.moved",
        ["cancelled"] = "pages.done.cancelled",
    };

    public static void MapMyPages(this IEndpointRouteBuilder pages)
    {
        pages.MapDoorPages();
        pages.MapGet("/my", ShowAsync).RequireRateLimiting(RateLimits.Reads);
        pages.MapMatterPages();
        pages.MapPost("/my/appointments/{id}", ChangeAsync).AddEndpointFilter<SignedIn>().RequireRateLimiting(RateLimits.Writes);
    }

    private static async Task<IResult> ShowAsync(string? done, HttpContext context, MatterDoor door, MatterDesk desk, IStringLocalizer texts, CancellationToken cancellation) =>
        await MyCookie.FindAsync(context, door) is { } session
            ? await ListAsync(session, desk, said: done is not null && Done.TryGetValue(done, out var key) ? texts[key].Value : null, fault: null, cancellation)
            : DoorPages.Show();

    private static async Task<IResult> ListAsync(MatterSession session, MatterDesk desk, string? said, string? fault, CancellationToken cancellation) =>
        CitizenPage.Of<MattersPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MattersPage.List)] = await desk.ListAsync(session, cancellation),
            [nameof(MattersPage.Phone)] = session.MaskedPhone,
            [nameof(MattersPage.Said)] = said,
            [nameof(MattersPage.Fault)] = fault,
        });

    private static async Task<IResult> ChangeAsync(
        string id, HttpContext context, MatterDesk desk, AppointmentDesk slots, ServiceCatalog catalog, IStringLocalizer texts, TimeProvider time, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(context.Request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var (session, appointment) = (SignedIn.Of(context), Ids.Read(id));
        switch (form[FieldNames.Go])
        {
            case "room":
                var room = await desk.RoomAsync(session, appointment, cancellation);
                return room.Succeeded
                    ? CitizenPage.Of<RoomPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(RoomPage.Room)] = room.Value })
                    : await ListAsync(session, desk, said: null, room.Failure.Message, cancellation);
            case "askCancel":
                return AskCancel(id, texts);
            case "yes":
                var cancelled = await desk.CancelAsync(session, appointment, cancellation);
                return cancelled.Succeeded ? SeeOther.To("/my?done=cancelled") : await ListAsync(session, desk, said: null, cancelled.Failure.Message, cancellation);
            default:
                return await MoveAsync(session, appointment, form, desk, slots, catalog, time, cancellation);
        }
    }

    private static async Task<IResult> MoveAsync(
        MatterSession session, Guid id, PostedForm form, MatterDesk desk, AppointmentDesk slots, ServiceCatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var list = await desk.ListAsync(session, cancellation);
        if (list.Appointments.FirstOrDefault(line => line.View.Id == id) is not { IsTold: true } line || catalog.Find(line.View.Service) is not { Appointment: not null } service)
            return CitizenPage.NotFound();
        var view = new BookingView
        {
            Service = service,
            Action = $"/my/appointments/{id:N}",
            Slots = [],
            Typed = BookingTyped.Empty with { Slot = form["slot"] },
            Day = BookingPages.DayOf(form),
            Key = IdempotencyKey.Or(null),
            IsMove = true,
        };
        if (form[FieldNames.Go] != "book")
            return await BookingPages.ShowAsync(view, slots, time, cancellation);
        if (form["slot"].Length == 0)
            return await BookingPages.ShowAsync(view with { Fault = BookingPages.NoTime.Message }, slots, time, cancellation);
        var moved = await desk.RescheduleAsync(session, id, form["slot"], cancellation);
        return moved.Succeeded ? SeeOther.To("/my?done=moved") : await BookingPages.ShowAsync(view with { Fault = moved.Failure.Message }, slots, time, cancellation);
    }

    private static IResult AskCancel(string id, IStringLocalizer texts) => CitizenPage.Of<ConfirmPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(ConfirmPage.Title)] = texts["pages.cancel.title"].Value,
        [nameof(ConfirmPage.Text)] = texts["pages.cancel.text"].Value,
        [nameof(ConfirmPage.Yes)] = texts["pages.cancel.yes"].Value,
        [nameof(ConfirmPage.Action)] = $"/my/appointments/{id}",
        [nameof(ConfirmPage.Back)] = "/my",
    });
}
