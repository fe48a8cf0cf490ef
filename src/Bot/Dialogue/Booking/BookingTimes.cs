using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Appointments;
using LegalService.Casework.Notifications;
using LegalService.Casework.Places;
using LegalService.Interviews.Definitions;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>Finds and words the times that fit a wish. Thread safe.</summary>
internal sealed class BookingTimes(DialogTexts texts, AppointmentDesk desk, PlaceCatalog places)
{
    /// <summary>Every free time of the service in the ways that are open, within the days that are looked at.</summary>
    public async Task<IReadOnlyList<OfferedTime>> FindAsync(BookingState state, IReadOnlyList<MeetingWay> ways, DateOnly today, CancellationToken cancellation)
    {
        var from = state.Wish.From is { } wished && wished > today ? wished : today;
        var found = await desk.FindSlotsAsync(new SlotQuery(state.Service!, from, from.AddDays(texts.DaysAhead), state.Office, state.Way), cancellation);
        return found.Succeeded ? [.. found.Value.Where(slot => ways.Contains(slot.Way)).Select(Offered)] : [];
    }

    public static OfferedTime Offered(Slot slot) => new(slot.Id, slot.Office, slot.Way, slot.Start);

    /// <summary>The times to offer: those of the wish; where there are none, what comes next. Spread over days when no day was wished.</summary>
    public IReadOnlyList<OfferedTime> Choose(BookingWish wish, IReadOnlyList<OfferedTime> free, out bool isAsWished)
    {
        var fitting = free.Where(time => wish.Fits(time.Start)).ToList();
        isAsWished = fitting.Count > 0;
        if (fitting.Count == 0)
            fitting = [.. free.Where(time => wish.FitsHour(time.Start))];
        if (fitting.Count == 0)
            fitting = [.. free];
        return Spread(fitting);
    }

    /// <summary>The offered time that a message means: its number, its words, or its hour; null when none or several.</summary>
    public OfferedTime? Picked(BookingState state, string text, BookingWish? wish)
    {
        var bare = SaidText.Bare(text);
        if (int.TryParse(bare, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= state.Offered.Count)
            return state.Offered[number - 1];
        if (state.Offered.FirstOrDefault(time => SaidText.Bare(Title(state, time)) == bare) is { } named)
            return named;
        return wish is { Minute: not null } && state.Offered.Where(time => wish.Fits(time.Start)).ToList() is [var only] ? only : null;
    }

    /// <summary>The offered times as buttons.</summary>
    public IReadOnlyList<CardAction> Buttons(BookingState state) => [.. state.Offered.Select(time => CardAction.Say(Title(state, time)))];

    /// <summary>11月26日（周四）上午9:30，示例县公共法律服务中心: the office where several are meant.</summary>
    public string Title(BookingState state, OfferedTime time)
    {
        var moment = SpokenTime.Moment(time.Start);
        return state.Offered.DistinctBy(other => other.Office, StringComparer.Ordinal).Count() > 1 ? $"{moment}，{OfficeName(time.Office)}" : moment;
    }

    public string OfficeName(string office) => places.Find(office)?.Name ?? office;

    public string? Address(string office) => places.Find(office)?.Address;

    private List<OfferedTime> Spread(List<OfferedTime> times)
    {
        // One of each half day first, so that there is a choice; then what is left, in order.
        var firsts = times.GroupBy(time => (time.Start.Date, time.Start.Hour < 12)).Select(group => group.First()).Take(texts.MostTimes).ToList();
        return [.. firsts.Concat(times.Except(firsts)).Take(texts.MostTimes).OrderBy(time => time.Start)];
    }
}
