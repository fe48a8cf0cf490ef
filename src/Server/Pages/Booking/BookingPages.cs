using System.Globalization;
using LegalService.Casework;
using LegalService.Casework.Appointments;
using LegalService.Casework.Calendar;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Server.Api;
using LegalService.Server.Hosting;
using LegalService.Server.Pages.Forms;
using LegalService.Server.Pages.Shell;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LegalService.Server.Pages.Booking;

/// <summary>Days, times, and a booking: from a receipt, with number and code of its request, or alone.</summary>
internal static class BookingPages
{
    private const int DaysShown = 14;

    public static void MapBookingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/services/{id}/book", OpenAsync).RequireRateLimiting(RateLimits.Reads);
        pages.MapPost("/services/{id}/book", StepAsync).RequireRateLimiting(RateLimits.Writes);
    }

    /// <summary>The page of free times.</summary>
    public static async Task<IResult> ShowAsync(BookingView view, AppointmentDesk desk, TimeProvider time, CancellationToken cancellation)
    {
        var today = BeijingTime.Today(time);
        var found = await desk.FindSlotsAsync(new SlotQuery(view.Service.Id, today, today.AddDays(DaysShown)), cancellation);
        if (!found.Succeeded)
            return CitizenPage.Refused(found.Failure);
        view = view with { Slots = found.Value };
        var days = view.Days.Select(day => day.Day).ToList();
        view = view with { Day = view.Day is { } day && days.Contains(day) ? day : days.Count > 0 ? days[0] : null };
        return CitizenPage.Of<BookPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(BookPage.View)] = view });
    }

    /// <summary>The day that a button, or the form, names; null: none.</summary>
    public static DateOnly? DayOf(PostedForm form)
    {
        var text = form[FieldNames.Go] is { } go && go.StartsWith("day:", StringComparison.Ordinal) ? go["day:".Length..] : form["day"];
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static async Task<IResult> OpenAsync(string id, ServiceCatalog catalog, AppointmentDesk desk, TimeProvider time, CancellationToken cancellation) =>
        catalog.Find(id) is { Appointment: not null } service ? await ShowAsync(Empty(service), desk, time, cancellation) : CitizenPage.NotFound();

    private static async Task<IResult> StepAsync(
        string id, HttpRequest request, ServiceCatalog catalog, AppointmentDesk desk, TimeProvider time, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { Appointment: not null } service)
            return CitizenPage.NotFound();
        if (await PostedForm.ReadAsync(request, attachments: null, cancellation) is not { } form)
            return CitizenPage.Unreadable();
        var isOpened = form[FieldNames.Go] == "open";
        var typed = new BookingTyped(
            form["slot"], form["name"], form["phone"], isOpened || form["notify"].Length > 0, form["requestNumber"], form["requestCode"]);
        var view = Empty(service) with { Typed = typed, Day = DayOf(form), Key = IdempotencyKey.Or(form[FieldNames.Key] is { Length: > 0 } key ? key : null) };
        if (form[FieldNames.Go] != "book")
            return await ShowAsync(view, desk, time, cancellation);
        var booked = await BookAsync(typed, view.Key, desk, cancellation);
        return booked.Succeeded
            ? CitizenPage.Of<BookedPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(BookedPage.Service)] = service,
                [nameof(BookedPage.Booked)] = booked.Value,
            })
            : await ShowAsync(view with { Fault = booked.Failure.Message, Key = IdempotencyKey.Or(null) }, desk, time, cancellation);
    }

    private static async Task<Result<Booked>> BookAsync(BookingTyped typed, string key, AppointmentDesk desk, CancellationToken cancellation)
    {
        if (typed.Slot.Length == 0)
            return NoTime;
        var (number, code) = (typed.RequestNumber.Length > 0 ? typed.RequestNumber : null, typed.RequestCode.Length > 0 ? typed.RequestCode : null);
        return await desk.BookAsync(new LegalService.Casework.Appointments.Booking(typed.Name, typed.Phone, SlotId: typed.Slot, RequestNumber: number, Notify: typed.Notify, RequestCode: code), key, cancellation);
    }

    /// <summary>No time was chosen.</summary>
    public static Failure NoTime { get; } = new("booking.slot", "还没有选时间，请先选一个时间。");

    private static BookingView Empty(ServiceDefinition service) => new()
    {
        Service = service,
        Action = $"/services/{service.Id}/book",
        Slots = [],
        Typed = BookingTyped.Empty,
        Key = IdempotencyKey.Or(null),
    };
}
