using LegalService.Casework.Requests;

namespace LegalService.Casework.Figures;

/// <summary>What was counted in a period. No personal data are in it.</summary>
public sealed record FigureTotals
{
    /// <summary>Requests that came in, by the id of the service.</summary>
    public required IReadOnlyDictionary<string, int> ReceivedByService { get; init; }

    /// <summary>The same by channel.</summary>
    public required IReadOnlyDictionary<string, int> ReceivedByChannel { get; init; }

    /// <summary>Requests whose first decision falls into the period, by the decision that holds today.</summary>
    public required IReadOnlyDictionary<RequestState, int> Decided { get; init; }

    /// <summary>How long those waited.</summary>
    public required WaitingTimes Waiting { get; init; }

    /// <summary>Work that counts in the period.</summary>
    public required IReadOnlyList<CountedWork> Counted { get; init; }

    /// <summary>Requests that were closed.</summary>
    public required IReadOnlyList<EndedWork> Ended { get; init; }

    /// <summary>Time limits of the centre that fell due, by rule.</summary>
    public required IReadOnlyList<DeadlineFigure> Deadlines { get; init; }

    /// <summary>Appointments whose time lies in the period, by what became of them.</summary>
    public required IReadOnlyDictionary<Appointments.AppointmentState, int> Appointments { get; init; }

    /// <summary>
    /// People who were served without a request, by the id of the service: appointments that took place and numbers of the queue that were served.
    /// </summary>
    public required IReadOnlyDictionary<string, int> WithoutRequest { get; init; }

    /// <summary>Ratings from 1 (very bad) to 5 (very good); five counts.</summary>
    public required IReadOnlyList<int> Ratings { get; init; }

    /// <summary>Requests that came in.</summary>
    public int Received => ReceivedByService.Values.Sum();

    /// <summary>Times a person was served (人次): requests, and people without one.</summary>
    public int PeopleServed => Received + WithoutRequest.Values.Sum();

    /// <summary>Time limits that were kept.</summary>
    public int DeadlinesKept => Deadlines.Sum(deadline => deadline.Kept);

    /// <summary>Time limits that were not.</summary>
    public int DeadlinesMissed => Deadlines.Sum(deadline => deadline.Missed);
}

/// <summary>Days from receipt to the first decision.</summary>
/// <param name="Decided">Requests that are counted.</param>
/// <param name="MedianDays">Half of them waited at most so long; null when there is none.</param>
/// <param name="NinetiethDays">Nine of ten waited at most so long; null when there is none.</param>
/// <param name="MeanDays">On average; null when there is none.</param>
public sealed record WaitingTimes(int Decided, int? MedianDays, int? NinetiethDays, double? MeanDays)
{
    /// <summary>From how many requests waited how many days.</summary>
    internal static WaitingTimes Of(IReadOnlyDictionary<int, int> requestsByDays)
    {
        var total = requestsByDays.Values.Sum();
        return total == 0
            ? new(0, null, null, null)
            : new(total, Least(0.5), Least(0.9), requestsByDays.Sum(pair => (double)pair.Key * pair.Value) / total);

        int Least(double share)
        {
            var waited = 0;
            return requestsByDays.OrderBy(pair => pair.Key).First(pair => (waited += pair.Value) >= share * total).Key;
        }
    }
}

/// <summary>Work of a kind.</summary>
/// <param name="Counts">The kind, as services name it.</param>
/// <param name="Group">The part; null: none.</param>
/// <param name="Count">How many requests.</param>
public sealed record CountedWork(string Counts, string? Group, int Count);

/// <summary>Requests that were closed.</summary>
/// <param name="Counts">The kind of work; null: none.</param>
/// <param name="End">How they stood then.</param>
/// <param name="Outcome">The outcome the clerk chose; null: none.</param>
/// <param name="Count">How many.</param>
public sealed record EndedWork(string? Counts, RequestState? End, string? Outcome, int Count);

/// <summary>A time limit of the centre.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Name">What had to be done.</param>
/// <param name="Kept">How often it was done in time.</param>
/// <param name="Missed">How often too late, or not to this day.</param>
public sealed record DeadlineFigure(string Service, string Name, int Kept, int Missed);

/// <summary>Requests that came in on a day.</summary>
/// <param name="Day">In Beijing.</param>
/// <param name="Count">How many.</param>
public sealed record DayFigure(DateOnly Day, int Count);

/// <summary>What there is at this moment.</summary>
/// <param name="Open">Requests that are not closed.</param>
/// <param name="Late">Those for which the centre is late.</param>
public sealed record FiguresNow(int Open, int Late);
