using LegalService.Casework;
using LegalService.Casework.Appointments;
using LegalService.Casework.Appointments.Closures;
using LegalService.Server.Staff.Access;

namespace LegalService.Server.Staff.Diary;

/// <summary>What was read for a screen of the diary.</summary>
/// <param name="Days">The days by their hours.</param>
/// <param name="Resources">The people, windows and rooms.</param>
/// <param name="Lines">The appointments.</param>
/// <param name="Closures">What is closed.</param>
internal sealed record DiarySeen(
    IReadOnlyList<DiaryDay> Days, IReadOnlyList<DiaryResource> Resources, IReadOnlyList<DiaryLine> Lines, IReadOnlyList<ClosureLine> Closures);

/// <summary>The diary in the name of who is signed in. A clerk who belongs to an office keeps the diary of no other.</summary>
internal sealed class DiaryDesk(DiaryReading reading, AppointmentDiary diary, ClosureDesk closures, SignedInClerk signedIn)
{
    private static Failure Elsewhere => new("staff.office", "这个服务点不归您管，需要的话请找管理员。");

    public IReadOnlyList<DiaryResource> Resources(string office) => reading.Resources(office);

    public async Task<DiarySeen> ReadAsync(string office, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var clerk = await signedIn.GetAsync();
        return Keeps(clerk, office)
            ? new(
                reading.Days(office, from, to), reading.Resources(office), await reading.LinesAsync(office, from, to, clerk.Actor, cancellation),
                await closures.ListAsync(office, from, to, cancellation))
            : new([], [], [], []);
    }

    public Task<Result<IReadOnlyList<Slot>>> FreeAsync(AppointmentView appointment, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        reading.FreeAsync(appointment.Office, appointment.Service, appointment.Way, from, to, cancellation);

    public Task<Result<AppointmentView>> MoveAsync(Guid id, DateTimeOffset start, string? resource, CancellationToken cancellation) =>
        AsAsync(actor => diary.MoveAsync(id, start, resource, actor, cancellation));

    public Task<Result<AppointmentView>> CompleteAsync(Guid id, CancellationToken cancellation) => AsAsync(actor => diary.CompleteAsync(id, actor, cancellation));

    public Task<Result<AppointmentView>> MissedAsync(Guid id, CancellationToken cancellation) => AsAsync(actor => diary.MissedAsync(id, actor, cancellation));

    public Task<Result<AppointmentView>> CancelAsync(Guid id, string reason, CancellationToken cancellation) =>
        AsAsync(actor => diary.CancelAsync(id, actor, reason, cancellation));

    public Task<Result<VideoRoom>> RoomAsync(Guid id, CancellationToken cancellation) => diary.RoomAsync(id, cancellation);

    public async Task<Result<Booked>> BookAsync(CounterBooking booking, CancellationToken cancellation)
    {
        var clerk = await signedIn.GetAsync();
        return Keeps(clerk, booking.Office) ? await diary.BookAsync(booking, clerk.Actor, cancellation) : Elsewhere;
    }

    public async Task<Result<Guid>> CloseAsync(NewClosure closure, CancellationToken cancellation)
    {
        var clerk = await signedIn.GetAsync();
        return Keeps(clerk, closure.Office) ? await closures.AddAsync(closure, clerk.Actor, cancellation) : Elsewhere;
    }

    public async Task ReopenAsync(Guid id, CancellationToken cancellation) => await closures.RemoveAsync(id, (await signedIn.GetAsync()).Actor, cancellation);

    public Task<IReadOnlyList<ClosureLine>> ClosuresAsync(string office, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        closures.ListAsync(office, from, to, cancellation);

    private static bool Keeps(Clerk clerk, string office) => clerk.Office is null || clerk.Office == office;

    private async Task<Result<AppointmentView>> AsAsync(Func<Casework.Audit.Actor, Task<Result<AppointmentView>>> act) => await act((await signedIn.GetAsync()).Actor);
}
