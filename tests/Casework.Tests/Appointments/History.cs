using LegalService.Casework.Appointments;
using LegalService.Casework.Audit;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Tests.Appointments;

/// <summary>What one group of citizens and a clerk do on one server, and what they were told.</summary>
internal sealed class History(Bench bench, DateOnly day, int group)
{
    private static readonly Actor Clerk = Actor.Staff("li");

    private readonly List<HoldTaken> _holds = [];
    private readonly List<QueueTicket> _called = [];
    private readonly List<Joined> _waiting = [];
    private int _people;

    /// <summary>The appointments as the last answer said.</summary>
    public Dictionary<Guid, Told> Appointments { get; } = [];

    public async Task RunAsync(byte[] steps)
    {
        foreach (var step in steps)
            await StepAsync(step % 12, step / 12);
    }

    private async Task StepAsync(int what, int which)
    {
        switch (what)
        {
            case 0 or 1:
                Keep(await bench.Desk.BookAsync(new("王小明", Phone(), SlotId: SlotId(which)), NewKey(), CancellationToken.None));
                break;
            case 2 when await bench.Desk.HoldAsync(SlotId(which), CancellationToken.None) is { Succeeded: true, Value: var hold }:
                _holds.Add(hold);
                break;
            case 3 when Pick(_holds, which) is { } hold:
                Keep(await bench.Desk.BookAsync(new("王小明", Phone(), HoldId: hold.Id), NewKey(), CancellationToken.None));
                break;
            case 4 when Pick(Appointments.Values, which) is { } told:
                if ((await bench.Own.CancelAsync(told.Booked.Id, told.Booked.Code, null, CancellationToken.None)).Succeeded)
                    Appointments[told.Booked.Id] = told with { State = AppointmentState.Cancelled };
                break;
            case 5 or 6 when Pick(Appointments.Values, which) is { } told:
                Keep(await bench.Own.RescheduleAsync(told.Booked.Id, told.Booked.Code, SlotId(which + 1), CancellationToken.None));
                break;
            case 7:
                bench.Host.Time.Advance(TimeSpan.FromMinutes(which));
                break;
            case 8:
                await bench.SweepAsync();
                break;
            case 9:
                await bench.WalkIns.TakeAsync(Bench.Office, Bench.Consultation, null, CancellationToken.None);
                if (await bench.WalkIns.CallNextAsync(Bench.Office, null, Clerk, CancellationToken.None) is { Succeeded: true, Value: var ticket })
                    _called.Add(ticket);
                break;
            case 10 when Pick(_called, which) is { } called:
                await bench.WalkIns.ServedAsync(called.Id, Clerk, CancellationToken.None);
                break;
            case 11:
                await WaitAsync(which);
                break;
        }
    }

    private async Task WaitAsync(int which)
    {
        if (Pick(_waiting, which) is { } waiting && which % 2 == 0)
            Keep(await bench.Waiting.AcceptAsync(waiting.Id, waiting.Code, NewKey(), CancellationToken.None));
        else if (await bench.Waiting.JoinAsync(new(Bench.Notary, day, day, "乌兰", Phone()), NewKey(), CancellationToken.None) is { Succeeded: true, Value: var joined })
            _waiting.Add(joined);
    }

    private void Keep(Result<Booked> result)
    {
        if (result.Succeeded)
            Appointments[result.Value.Id] = new(result.Value, AppointmentState.Booked);
    }

    private string Phone() => Bench.Phone((group * 1_000_000) + _people++);

    private static string NewKey() => Guid.NewGuid().ToString();

    private string SlotId(int which) => (which % 3) switch
    {
        0 => new SlotKey(Bench.Office, Bench.Consultation, MeetingWay.InPerson, Bench.At(10, 30 * (which / 6), day)).Id,
        1 => new SlotKey(Bench.Office, Bench.Notary, MeetingWay.Video, Bench.At(10, 30 * (which / 6), day)).Id,
        _ => new SlotKey(Bench.Office, Bench.Notary, MeetingWay.InPerson, Bench.At(10, 15 * (which / 6), day)).Id,
    };

    private static T? Pick<T>(IReadOnlyCollection<T> among, int which)
        where T : class => among.Count == 0 ? null : among.ElementAt(which % among.Count);

    /// <summary>An appointment as its owner was told.</summary>
    internal sealed record Told(Booked Booked, AppointmentState State);
}
