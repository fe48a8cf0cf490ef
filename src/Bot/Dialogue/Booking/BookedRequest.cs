using LegalService.Casework;
using LegalService.Casework.Requests;
using LegalService.Interviews;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>The request for which a time is wanted, shown to be the citizen's by number and code. Thread safe.</summary>
internal sealed class BookedRequest(CitizenRequests requests, ServiceCatalog catalog, UnsafePhones phones)
{
    private static readonly Failure OtherService = new("appointment.request", "这个编号不是这项服务的。请看看回执上写的是哪项服务。");

    /// <summary>The booking with its request, the ways that are open to it, and how the citizen is reached.</summary>
    /// <returns>Or the failures of a look-up, or <c>appointment.request</c>.</returns>
    public async Task<Result<BookingState>> FindAsync(BookingState state, string code, DateOnly today, CancellationToken cancellation)
    {
        var found = await requests.LookupAsync(state.Number!, code, cancellation);
        if (!found.Succeeded)
            return found.Failure;
        if (catalog.Find(found.Value.Service) is not { Appointment: { } rule } service || service.Id != state.Service)
            return OtherService;
        var data = await requests.MyDataAsync(state.Number!, code, cancellation);
        if (!data.Succeeded)
            return data.Failure;
        var sent = Answers.From(data.Value.Answers);
        return state with { Request = found.Value.Number, Ways = BookingWays.Of(rule, sent, today), IsUnsafePhone = phones.IsUnsafe(service, sent, today) };
    }
}
