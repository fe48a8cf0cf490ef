using System.Globalization;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Places;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Bot.Dialogue.Booking;

/// <summary>Understands wishes in plain words: 下周二上午, 最早的, 去北苏木, 打电话谈. Thread safe.</summary>
internal sealed class BookingWords(DialogTexts texts, FormWords forms, PlaceCatalog places)
{
    private const int NoonHour = 12;

    /// <summary>Days are read as the answer to a question of a form is.</summary>
    private static readonly FieldDefinition Day = new() { Id = "day", Type = FieldType.Date, Label = "", ReviewLabel = "", Page = "", Rules = new FieldRules { FromDays = 0 } };

    /// <summary>The state with every wish that a message holds; the same one when it holds none.</summary>
    public BookingState Read(BookingState state, string text, DateOnly today)
    {
        var wish = WishIn(text, today);
        var changed = state;
        if (state.Request is null && state.Moving is null && forms.Named(text) is { Appointment: not null } service && service.Id != state.Service)
            changed = changed with { Service = service.Id, Ways = [], Way = null, Office = null, IsAnyOffice = false };
        if (texts.WayIn(text) is { } way && way != state.Way)
            changed = changed with { Way = way };
        if (OfficeIn(text) is { } office && office.Id != state.Office)
            changed = changed with { Office = office.Id, IsAnyOffice = false };
        if (wish is not null)
            changed = changed with { Wish = Merge(changed.Wish, wish) };
        return changed == state ? state : changed with { Offered = [] };
    }

    /// <summary>What a message says of days and hours; null when that is nothing.</summary>
    public BookingWish? WishIn(string text, DateOnly today)
    {
        if (texts.Means(Command.Earliest, text))
            return new() { IsEarliest = true };
        var plain = SaidText.Plain(text);
        var day = texts.Days.Match(plain) is { Success: true } found ? DayOf(found.Value, today) : null;
        var (from, to) = day is { } one ? (one, one) : WeekIn(plain, today);
        // What is left without the day: 二十六号九点 has two numbers.
        var rest = texts.Days.Replace(plain, " ", 1);
        var wish = new BookingWish { From = from, To = to };
        if (texts.Mornings.IsMatch(rest))
            wish = wish with { ToHour = NoonHour };
        else if (texts.Afternoons.IsMatch(rest))
            wish = wish with { FromHour = NoonHour };
        if (texts.Clock.Match(rest) is { Success: true } clock && MinuteOf(clock, wish.FromHour == NoonHour) is { } minute)
            wish = wish with { Minute = minute };
        return wish == new BookingWish() ? null : wish;
    }

    private static BookingWish Merge(BookingWish old, BookingWish said) => said.From is null && !said.IsEarliest
        ? said with { From = old.From, To = old.To }
        : said;

    private static DateOnly? DayOf(string text, DateOnly today) =>
        FieldParser.Parse(Day, text, today).Value is { } value && DateOnly.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var day) ? day : null;

    private (DateOnly?, DateOnly?) WeekIn(string text, DateOnly today)
    {
        if (texts.AnyWeek.Match(text) is not { Success: true } week)
            return (null, null);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7)).AddDays(7 * week.Groups["which"].Value.Count(character => character == '下'));
        return (monday < today ? today : monday, monday.AddDays(6));
    }

    private static int? MinuteOf(System.Text.RegularExpressions.Match clock, bool isAfternoon)
    {
        if (HourOf(clock.Groups["hour"].Value) is not { } hour || hour > 23)
            return null;
        var minute = clock.Groups["half"].Success ? 30 : clock.Groups["minute"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;
        // Nobody is seen at three in the morning: 三点 is in the afternoon.
        var isLate = hour < NoonHour && (isAfternoon || hour < 7);
        return ((isLate ? hour + NoonHour : hour) * 60) + minute;
    }

    private static int? HourOf(string text)
    {
        const string Spoken = "零一二三四五六七八九";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return text switch
        {
            "十" => 10,
            "十一" => 11,
            "十二" => 12,
            "两" => 2,
            [var digit] when Spoken.IndexOf(digit, StringComparison.Ordinal) is > 0 and var hour => hour,
            _ => null,
        };
    }

    private Office? OfficeIn(string text)
    {
        var plain = SaidText.Plain(text);
        return places.Offices.Where(office => plain.Contains(office.Name, StringComparison.Ordinal) || (plain.Length >= 3 && office.Name.Contains(plain, StringComparison.Ordinal)))
            .OrderByDescending(office => plain.Contains(office.Name, StringComparison.Ordinal)).FirstOrDefault();
    }
}
