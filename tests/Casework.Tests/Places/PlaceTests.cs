using System.Globalization;
using FsCheck.Xunit;
using LegalService.Casework.Calendar;
using LegalService.Casework.Places;
using LegalService.Casework.Reading;
using LegalService.Casework.Tests.Hosting;
using LegalService.Interviews.Calendar;

namespace LegalService.Casework.Tests.Places;

public sealed class PlaceTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Load(Path.Combine(CaseworkHost.CorpusFolder, "calendar"));
    private static readonly PlaceCatalog Shipped = PlaceCatalog.Load(Path.Combine(CaseworkHost.CorpusFolder, "places"), Calendar);

    [Fact]
    public void The_sample_county_is_marked_as_one_and_its_phones_belong_to_nobody()
    {
        Assert.NotEmpty(Shipped.Offices);
        Assert.All(Shipped.Offices, office => Assert.True(office.Example));
        Assert.All(Shipped.Offices, office => Assert.True(office.Phone is null || office.Phone.StartsWith("0000-", StringComparison.Ordinal)));
        Assert.Equal(4, Shipped.Offices.Select(office => office.Level).Distinct().Count());
    }

    [Theory]
    [InlineData("2026-11-25T09:00", true, null)] // Wednesday
    [InlineData("2026-11-25T12:00", false, "2026-11-25T14:30")] // the end is not included
    [InlineData("2026-11-25T17:30", false, "2026-11-26T08:30")]
    [InlineData("2026-11-28T10:00", true, null)] // Saturday has hours of its own
    [InlineData("2026-11-28T13:00", false, "2026-11-30T08:30")] // Sunday closed
    [InlineData("2026-10-01T10:00", false, "2026-10-08T08:30")] // the holiday closes a Saturday as well
    [InlineData("2026-10-10T15:00", true, null)] // a Saturday that is worked has the hours of a working day
    [InlineData("2026-09-20T09:00", true, null)] // and so has a Sunday
    [InlineData("2026-12-30T15:00", false, "2026-12-31T08:30")] // an exception comes before all
    public void The_centre_is_open_when_calendar_and_hours_say_so(string at, bool open, string? opens)
    {
        var now = Shipped.At(Shipped.Find("example-centre")!, Beijing(at));
        Assert.Equal(open, now.OpenNow);
        if (opens is not null)
            Assert.Equal(Beijing(opens), now.OpensNext);
    }

    [Fact]
    public void A_self_service_area_never_closes()
    {
        var area = Shipped.Find("example-self-service")!;
        foreach (var at in new[] { "2026-10-01T00:00", "2026-11-25T03:15", "2026-02-17T23:59" })
            Assert.True(Shipped.At(area, Beijing(at)).OpenNow);
    }

    [Fact]
    public void The_nearest_place_comes_first_with_its_distance()
    {
        var near = Shipped.Nearest(43.52, 115.62, Beijing("2026-11-25T09:00")).Value!;
        Assert.Equal("example-centre example-self-service example-street", string.Join(' ', near.Take(3).Select(place => place.Office.Id)));
        Assert.Equal(0, near[0].DistanceMetres!.Value, 0.1);
        Assert.InRange(near[1].DistanceMetres!.Value, 570, 610);
        Assert.Equal("example-gacha", near[^2].Office.Id);
        Assert.DoesNotContain(Shipped.Nearest(43.52, 115.62, Beijing("2026-11-25T09:00"), "remote-notary").Value!, place => place.Office.Id == "example-street");
        Assert.Equal("place.coordinates", Shipped.Nearest(91, 0, default).Failure?.Code);
        Assert.Equal("place.coordinates", Shipped.Nearest(double.NaN, 0, default).Failure?.Code);
    }

    [Theory]
    [InlineData(39.9042, 116.4074, 31.2304, 121.4737, 1_067_000)] // Beijing to Shanghai
    [InlineData(0, 179.9, 0, -179.9, 22_240)] // over the date line
    [InlineData(90, 0, -90, 0, 20_015_000)] // pole to pole
    public void Distances_are_those_of_a_great_circle(double latitude, double longitude, double otherLatitude, double otherLongitude, double metres) =>
        Assert.InRange(PlaceCatalog.Distance(latitude, longitude, otherLatitude, otherLongitude), metres * 0.999, metres * 1.001);

    [Property]
    public bool When_it_opens_next_it_was_closed_or_on_a_break_before_and_is_open_then(uint minutes)
    {
        var moment = Beijing("2026-01-01T00:00").AddMinutes(minutes % (330 * 24 * 60));
        var hours = Shipped.Find("example-centre")!.Hours;
        var opens = hours.OpensAfter(moment, Calendar)!.Value;
        return opens > moment && hours.ClosesAfter(opens, Calendar) is { } closes && closes > opens && hours.ClosesAfter(opens.AddMinutes(-1), Calendar) is null;
    }

    [Fact]
    public void All_mistakes_are_named_at_once_with_file_and_line()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("legalservice-places-").FullName, "places");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "a.yaml"), """
            county: 某县
            offices:
              - id: Centre
                name: 中心
                level: country
                latitude: 115.6
                longitude: 43.5
                address: 某路
                hours:
                  workdays: [12:00-09:00, 09:03-10:00]
                hoursText: [工作日]
                services: []
                accessible: 是
                languages: [zh]
                resources:
                  - id: lawyer-1
                    pool: lawyer
                    name: 律师
                diaries:
                  - kind: legal-consultation
                    ways: [telepathy, phone]
                    needs: [notary]
                    slotMinutes: 7
                    bufferMinutes: 0
                    noticeMinutes: 0
                    daysAhead: 10
            """);
        var problems = Assert.Throws<CorpusException>(() => PlaceCatalog.Load(folder, Calendar)).Problems;
        Assert.Equal([3, 5, 6, 7, 10, 10, 10, 13, 21, 22, 23], problems.Select(problem => problem.Line));
    }

    [Fact]
    public void What_is_kept_for_walk_ins_is_its_share_of_the_day_and_of_the_units()
    {
        var diary = Shipped.Find("example-centre")!.Diaries[0];
        var turns = 24 * 60 / diary.SlotMinutes;
        for (var unit = 0; unit < 4; unit++)
            Assert.Equal(turns / 4, Enumerable.Range(0, turns).Count(turn => diary.IsKeptForWalkIns(unit, turn * diary.SlotMinutes)));
        for (var turn = 0; turn < turns; turn++)
            Assert.Equal(1, Enumerable.Range(0, 4).Count(unit => diary.IsKeptForWalkIns(unit, turn * diary.SlotMinutes)));
    }

    private static DateTimeOffset Beijing(string text) => new(DateTime.Parse(text, CultureInfo.InvariantCulture), BeijingTime.Offset);
}
