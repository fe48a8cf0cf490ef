using System.Text.RegularExpressions;
using LegalService.Casework.Reading;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Places;

/// <summary>Reads <c>corpus/places</c>.</summary>
internal static partial class PlaceReader
{
    private static readonly Dictionary<string, PlaceLevel> Levels = new(StringComparer.Ordinal)
    {
        ["prefecture"] = PlaceLevel.Prefecture,
        ["county"] = PlaceLevel.County,
        ["township"] = PlaceLevel.Township,
        ["village"] = PlaceLevel.Village,
    };

    private static readonly Dictionary<string, MeetingWay> Ways = new(StringComparer.Ordinal)
    {
        ["inPerson"] = MeetingWay.InPerson,
        ["phone"] = MeetingWay.Phone,
        ["video"] = MeetingWay.Video,
    };

    public static IReadOnlyList<Office> Read(string folder)
    {
        var problems = new CorpusProblems();
        var offices = new List<Office>();
        foreach (var file in YamlFolder.Read(folder, problems))
        {
            var (county, example) = (file.Text("county"), file.Flag("example", false));
            var maps = file.Maps("offices");
            file.NoMore();
            if (maps.Count == 0)
                file.Problem("offices", "一个服务点都没有写");
            foreach (var map in maps)
            {
                var office = ReadOffice(map, county, example);
                if (offices.Exists(other => other.Id == office.Id))
                    map.Problem("id", $"{office.Id} 已经用过");
                offices.Add(office);
            }
        }

        problems.ThrowIfAny();
        return offices;
    }

    private static Office ReadOffice(YamlMap map, string county, bool example)
    {
        var hours = map.Map("hours");
        if (hours is null)
            map.Problem(map.Line, "缺少 hours");
        var open = hours is null ? OpeningHours.Always : HoursReader.Read(hours);
        var resources = ReadResources(map, open);
        var office = new Office
        {
            Id = Id(map),
            Name = map.Text("name"),
            County = county,
            Example = example,
            Level = map.Choice("level", Levels),
            // China from Zengmu Ansha to the Heilongjiang, from the Pamirs to the Ussuri: a swapped pair falls outside.
            Latitude = map.Decimal("latitude", 3, 54),
            Longitude = map.Decimal("longitude", 73, 136),
            Address = map.Text("address"),
            Phone = map.OptionalText("phone"),
            Hours = open,
            HoursText = map.Texts("hoursText"),
            Services = map.Texts("services"),
            Accessible = map.Flag("accessible"),
            Languages = map.Texts("languages"),
            Resources = resources,
            Diaries = [.. map.Maps("diaries").Select(diary => ReadDiary(diary, resources))],
        };
        map.NoMore();
        if (office.Languages.Count == 0)
            map.Problem(map.Line, "缺少 languages，至少写 [zh]");
        if (office.HoursText.Count == 0)
            map.Problem(map.Line, "缺少 hoursText：给人看的开门时间");
        foreach (var pair in office.Diaries.SelectMany(diary => diary.Ways.Select(way => (diary.Kind, way, Services: string.Join(',', diary.Services)))).GroupBy(pair => pair).Where(group => group.Count() > 1))
            map.Problem("diaries", $"{pair.Key.Kind} 的同一种见面方式写了两次");
        return office;
    }

    private static List<Resource> ReadResources(YamlMap office, OpeningHours open)
    {
        var resources = new List<Resource>();
        foreach (var map in office.Maps("resources"))
        {
            var resource = new Resource(
                Id(map), map.Text("pool"), map.Text("name"), map.Number("units", 1, 500, 1), map.Map("hours") is { } own ? HoursReader.Read(own) : open)
            {
                Breaks = HoursReader.Spans(map, "breaks"),
            };
            map.NoMore();
            if (resources.Exists(other => other.Id == resource.Id))
                map.Problem("id", $"{resource.Id} 已经用过");
            resources.Add(resource);
        }

        return resources;
    }

    private static Diary ReadDiary(YamlMap map, List<Resource> resources)
    {
        var diary = new Diary
        {
            Kind = map.Text("kind"),
            Ways = [.. map.Texts("ways").Where(way => Known(map, way)).Select(way => Ways[way])],
            Services = map.Texts("services"),
            Needs = map.Texts("needs"),
            SlotMinutes = OnGrid(map, "slotMinutes", HoursReader.GridMinutes, 24 * 60),
            BufferMinutes = OnGrid(map, "bufferMinutes", 0, 240),
            NoticeMinutes = map.Number("noticeMinutes", 0, 60 * 24 * 60),
            DaysAhead = map.Number("daysAhead", 0, 366),
            WalkInShare = map.Decimal("walkInShare", 0, 1, 0),
        };
        map.NoMore();
        if (diary.Ways.Count == 0)
            map.Problem("ways", $"ways 要写 {string.Join("、", Ways.Keys)} 中的至少一种");
        if (diary.Needs.Count == 0)
            map.Problem("needs", "needs 要写至少一组人或房间（resources 里的 pool）");
        foreach (var pool in diary.Needs.Where(pool => !resources.Exists(resource => resource.Pool == pool)))
            map.Problem("needs", $"resources 里没有 pool: {pool}");
        if (diary.Needs.Distinct(StringComparer.Ordinal).Count() < diary.Needs.Count)
            map.Problem("needs", "同一个 pool 写了两次");
        return diary;
    }

    private static bool Known(YamlMap map, string way)
    {
        if (!Ways.ContainsKey(way))
            map.Problem("ways", $"ways：不认识“{way}”；可以写 {string.Join("、", Ways.Keys)}");
        return Ways.ContainsKey(way);
    }

    private static int OnGrid(YamlMap map, string key, int least, int most)
    {
        var minutes = map.Number(key, least, most);
        if (minutes % HoursReader.GridMinutes != 0)
            map.Problem(key, $"{key}：要是 {HoursReader.GridMinutes} 的倍数");
        return minutes;
    }

    private static string Id(YamlMap map)
    {
        var id = map.Text("id");
        if (id.Length > 0 && !IdForm().IsMatch(id))
            map.Problem("id", $"id“{id}”只能用小写字母、数字和连字符，最多 40 个");
        return id;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdForm();
}
