using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads what happens to a request: triage, deadlines, appointment, documents, retention.</summary>
internal sealed class RuleReader(Problems problems, CitationReader citations, ConditionReader conditions)
{
    private static readonly Dictionary<TriageKind, TriageVerdict[]> Verdicts = new()
    {
        [TriageKind.Urgency] = [TriageVerdict.Now, TriageVerdict.Today, TriageVerdict.Soon],
        [TriageKind.Eligibility] = [TriageVerdict.Meets, TriageVerdict.MeetsWithoutCheck, TriageVerdict.NeedsCheck, TriageVerdict.Unclear],
        [TriageKind.Completeness] = [TriageVerdict.Missing, TriageVerdict.MayFollow],
        [TriageKind.Jurisdiction] = [TriageVerdict.Here, TriageVerdict.Elsewhere, TriageVerdict.Unclear],
        [TriageKind.Note] = [TriageVerdict.Attention],
    };

    public IReadOnlyList<TriageRule> Triage(MapReader map) => Each(map, "triage", item =>
    {
        var kind = item.OneOf<TriageKind>("kind");
        var verdict = item.OneOf<TriageVerdict>("verdict");
        if (!Verdicts[kind].Contains(verdict))
            problems.Add(item.LineOf("verdict"), "service.verdict", $"kind: {EnumNames.Name(kind)} 的 verdict 只能是：{string.Join("、", Verdicts[kind].Select(EnumNames.Name))}");
        return new TriageRule
        {
            Id = item.FieldStyleId("id"),
            Kind = kind,
            Verdict = verdict,
            When = conditions.Read(item, "when", required: true) ?? InterviewReader.Never,
            Reason = item.Text("reason"),
            Basis = citations.Read(item, "basis", required: kind != TriageKind.Note),
        };
    }, rule => rule.Id);

    public IReadOnlyList<DeadlineRule> Deadlines(MapReader map) => Each(map, "deadlines", item =>
    {
        var ownRule = item.OptionalText("ownRule");
        var rule = new DeadlineRule
        {
            Id = item.FieldStyleId("id"),
            Name = item.Text("name"),
            When = conditions.Read(item, "when"),
            Starts = Event(item, "starts"),
            Ends = Events(item, "ends"),
            Length = item.Int("length", 1, 1000),
            Unit = item.OneOf<DeadlineUnit>("unit"),
            AmberBefore = item.OptionalInt("amberBefore", 0, 1000) ?? 0,
            Party = item.OptionalOneOf<DeadlineParty>("party") ?? DeadlineParty.Office,
            Pauses = [.. item.Maps("pauses").Select(Pause)],
            OwnRule = ownRule,
            Basis = citations.Read(item, "basis", required: ownRule is null),
        };
        if (rule.AmberBefore >= rule.Length)
            problems.Add(item.LineOf("amberBefore"), "service.range", "amberBefore 要比 length 小，否则一开始就是黄色");
        if (rule.Ends.Contains(rule.Starts, StringComparer.Ordinal))
            problems.Add(item.LineOf("ends"), "service.event", $"“{rule.Starts}”不能既是开始又是结束");
        return rule;
    }, rule => rule.Id);

    public IReadOnlyList<DocumentRule> Documents(MapReader map) => Each(map, "documents", item => new DocumentRule
    {
        Id = item.FieldStyleId("id"),
        Name = item.Text("name"),
        On = Event(item, "on"),
        Says = item.Text("says"),
        Basis = citations.Read(item, "basis", required: false),
    }, rule => rule.Id);

    public AppointmentRule? Appointment(MapReader map)
    {
        if (map.Map("appointment", required: false) is not { } item)
            return null;
        var rule = new AppointmentRule
        {
            Kind = item.Id("kind", ServiceReader.ServiceId(), "小写字母、数字和连字符，比如 remote-notary"),
            NeedsRequest = item.Bool("needsRequest", false),
            Minutes = item.Int("minutes", 5, 480),
            Ways = [.. item.Maps("ways", required: true).Select(Way)],
        };
        foreach (var twice in rule.Ways.GroupBy(way => way.Way).Where(group => group.Count() > 1))
            problems.Add(item.LineOf("ways"), "service.duplicateId", $"{EnumNames.Name(twice.Key)} 写了两次");
        item.Close();
        return rule;
    }

    public RetentionRule Retention(MapReader map)
    {
        if (map.Map("retention") is not { } item)
            return new(1, "", []);
        var rule = new RetentionRule(item.Int("days", 1, 36_500), item.Text("reason"), citations.Read(item, "basis", required: false));
        item.Close();
        return rule;
    }

    private AppointmentWay Way(MapReader map)
    {
        var way = new AppointmentWay(
            map.OneOf<MeetingWay>("way"), conditions.Read(map, "when"), map.OptionalText("reason"), citations.Read(map, "basis", required: false));
        if (way.When is not null && way.Reason is null)
            problems.Add(map.Line, "service.missing", "有 when 的办法要写 reason：为什么只有这些情形可以");
        map.Close();
        return way;
    }

    private PauseRule Pause(MapReader map)
    {
        var rule = new PauseRule(Event(map, "from"), Event(map, "to"));
        map.Close();
        return rule;
    }

    private string Event(MapReader map, string key)
    {
        var line = map.LineOf(key);
        var name = map.Text(key);
        if (name.Length > 0)
            CheckEvent(line, name);
        return name;
    }

    private IReadOnlyList<string> Events(MapReader map, string key)
    {
        var scalars = map.Scalars(key, required: true);
        foreach (var scalar in scalars)
            CheckEvent(scalar.Line, scalar.Text);
        return [.. scalars.Select(scalar => scalar.Text)];
    }

    private void CheckEvent(int line, string name)
    {
        if (!CaseEvents.All.Contains(name, StringComparer.Ordinal))
            problems.Add(line, "service.event", $"没有“{name}”这个事件；可以写的有：{string.Join("、", CaseEvents.All)}");
    }

    private List<T> Each<T>(MapReader map, string key, Func<MapReader, T> read, Func<T, string> id)
    {
        var result = new List<T>();
        foreach (var item in map.Maps(key))
        {
            var rule = read(item);
            if (result.Any(earlier => id(earlier) == id(rule)))
                problems.Add(item.LineOf("id"), "service.duplicateId", $"{key} 里的“{id(rule)}”写了两次");
            result.Add(rule);
            item.Close();
        }
        return result;
    }
}
