using LegalService.Casework.Appointments.Closures;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Interviews.Calendar;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Appointments;

/// <summary>Works out slots from hours, breaks, diaries and closures. Knows nothing of what is taken. Thread safe.</summary>
internal sealed class SlotPlanner(PlaceCatalog places, WorkCalendar calendar, IBookableServices services, TimeProvider time)
{
    /// <summary>The slot, or null when hours and diary do not, or no longer, offer it.</summary>
    /// <param name="key">Which.</param>
    /// <param name="closed">The closures of its day.</param>
    /// <param name="byStaff">A clerk needs no notice, and may use what is kept for walk-ins.</param>
    public SlotPlan? Plan(SlotKey key, ClosedTimes closed, bool byStaff = false)
    {
        if (places.Find(key.Office) is not { } office || services.Find(key.Service) is not { } service || !service.Ways.Contains(key.Way))
            return null;
        var (day, minute) = OpeningHours.Split(key.Start);
        return office.DiaryFor(service.Kind, key.Way, service.Id) is { } diary && IsInReach(diary, key.Start, byStaff) && Starts(office, diary, service, day).Contains(minute)
            ? Plan(office, diary, service, key.Way, day, minute, closed, bookable: !byStaff)
            : null;
    }

    /// <summary>What a slot is that somebody holds already, whatever hours and diary say by now; null when its office or service is gone.</summary>
    public SlotPlan? Held(SlotKey key) => places.Find(key.Office) is { } office && services.Find(key.Service) is { } service
        ? new(key, service, office, key.Start.AddMinutes(service.Minutes), default, [])
        : null;

    /// <summary>Every slot of a day at an office, in their order.</summary>
    public IEnumerable<SlotPlan> OfDay(Office office, BookableService service, MeetingWay way, DateOnly day, ClosedTimes closed, bool byStaff = false)
    {
        if (!service.Ways.Contains(way) || office.DiaryFor(service.Kind, way, service.Id) is not { } diary)
            return [];
        return
            from minute in Starts(office, diary, service, day)
            where IsInReach(diary, OpeningHours.At(day, minute), byStaff)
            let plan = Plan(office, diary, service, way, day, minute, closed, bookable: !byStaff)
            where plan is not null
            select plan;
    }

    /// <summary>
    /// The stretch from a moment on for somebody who came without an appointment: what is kept for walk-ins may be used, and the grid does not bind. Null
    /// when nobody is there who could see him.
    /// </summary>
    public SlotPlan? PlanWalkIn(Office office, BookableService service, DateTimeOffset moment, ClosedTimes closed)
    {
        var (day, minute) = OpeningHours.Split(moment);
        minute -= minute % HoursReader.GridMinutes;
        return office.DiaryFor(service.Kind, MeetingWay.InPerson, service.Id) is { } diary
            ? Plan(office, diary, service, MeetingWay.InPerson, day, minute, closed, bookable: false)
            : null;
    }

    private bool IsInReach(Diary diary, DateTimeOffset start, bool byStaff)
    {
        var now = time.GetUtcNow();
        return byStaff ? start > now : start >= now.AddMinutes(diary.NoticeMinutes) && BeijingTime.DayOf(start) <= BeijingTime.DayOf(now).AddDays(diary.DaysAhead);
    }

    private IEnumerable<int> Starts(Office office, Diary diary, BookableService service, DateOnly day)
    {
        foreach (var span in office.Hours.On(day, calendar))
        {
            for (var minute = span.From; minute + service.Minutes <= span.To; minute += diary.SlotMinutes)
                yield return minute;
        }
    }

    private SlotPlan? Plan(Office office, Diary diary, BookableService service, MeetingWay way, DateOnly day, int minute, ClosedTimes closed, bool bookable)
    {
        var stretch = new DaySpan(minute, minute + service.Minutes);
        if (!office.Hours.On(day, calendar).Any(span => span.Contains(stretch)) || closed.Find(office.Id, null, day, stretch) is not null)
            return null;
        var pools = diary.Needs.Select((pool, place) => Units(office, diary, pool, day, stretch, closed, keep: bookable && place == 0)).ToList();
        if (pools.Exists(units => units.Count == 0))
            return null;
        var start = OpeningHours.At(day, minute);
        var end = start.AddMinutes(service.Minutes);
        return new(new(office.Id, service.Id, way, start), service, office, end, Cells.Of(start, end.AddMinutes(diary.BufferMinutes)), pools);
    }

    private List<string> Units(Office office, Diary diary, string pool, DateOnly day, DaySpan stretch, ClosedTimes closed, bool keep)
    {
        var units = new List<string>();
        var place = 0;
        foreach (var resource in office.Pool(pool))
        {
            var there = IsThere(resource, day, stretch) && closed.Find(office.Id, resource.Id, day, stretch) is null;
            for (var unit = 0; unit < resource.Units; unit++, place++)
            {
                if (there && !(keep && IsKept(diary, place, stretch)))
                    units.Add($"{office.Id}/{resource.Id}#{unit}");
            }
        }

        return units;
    }

    private bool IsThere(Resource resource, DateOnly day, DaySpan stretch) =>
        resource.Hours.On(day, calendar).Any(span => span.Contains(stretch))
        && !resource.Breaks.Any(pause => pause.From < stretch.To && stretch.From < pause.To);

    private static bool IsKept(Diary diary, int unit, DaySpan stretch)
    {
        for (var minute = stretch.From; minute < stretch.To; minute += diary.SlotMinutes)
        {
            if (diary.IsKeptForWalkIns(unit, minute))
                return true;
        }

        return false;
    }
}
