using LegalService.Interviews.Conditions;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads the questions of a service.</summary>
internal sealed class InterviewReader(Problems problems, CitationReader citations)
{
    private readonly Dictionary<string, FieldDefinition> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> fieldLines = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly FieldReader fieldReader = new(problems);

    /// <summary>Reads conditions that may look at every field.</summary>
    public ConditionReader Conditions => new(problems, fields, new HashSet<string>(StringComparer.Ordinal), Lines);

    /// <summary>The line of each condition.</summary>
    public Dictionary<Condition, int> Lines { get; } = new(ReferenceEqualityComparer.Instance);

    public InterviewDefinition Read(MapReader map)
    {
        var pageMaps = map.Maps("pages", required: true);
        var fieldMaps = pageMaps.Select(page => page.Maps("fields", required: true)).ToList();
        // The id is looked at twice: here to know what comes later, and where the field is read to check it.
        var later = fieldMaps.SelectMany(list => list).Select(field => field.Take("id")).OfType<YamlScalar>().Select(id => id.Text).ToHashSet(StringComparer.Ordinal);
        var pages = new List<PageDefinition>();
        for (var i = 0; i < pageMaps.Count; i++)
            pages.Add(Page(pageMaps[i], fieldMaps[i], later));
        foreach (var repeated in pages.GroupBy(page => page.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add(map.LineOf("pages"), "service.duplicateId", $"有两页的 page 都是“{repeated.Key}”");
        CheckFormerIds();
        CheckRoles();
        var notices = map.Maps("notices").Select(Notice).ToList();
        map.Close();
        return new() { Pages = pages, Notices = notices };
    }

    private PageDefinition Page(MapReader map, IReadOnlyList<MapReader> fieldMaps, HashSet<string> later)
    {
        var id = map.FieldStyleId("page");
        var page = new PageDefinition
        {
            Id = id,
            Title = map.Text("title"),
            Help = map.OptionalText("help"),
            Fields = [.. fieldMaps.Select(item => Field(item, id, later))],
        };
        map.Close();
        return page;
    }

    private FieldDefinition Field(MapReader map, string page, HashSet<string> later)
    {
        var field = fieldReader.Read(map, page, new(problems, fields, later, Lines));
        if (!fields.TryAdd(field.Id, field))
            problems.Add(map.LineOf("id"), "service.duplicateId", $"问题“{field.Id}”写了两次，第一次在第 {fieldLines[field.Id]} 行");
        fieldLines.TryAdd(field.Id, map.LineOf("id"));
        later.Remove(field.Id);
        return field;
    }

    private void CheckFormerIds()
    {
        var seen = new HashSet<string>(fields.Keys, StringComparer.Ordinal);
        foreach (var (field, was) in fields.Values.SelectMany(field => field.Was.Select(was => (field, was))))
        {
            if (!seen.Add(was))
                problems.Add(fieldLines[field.Id], "service.was", $"“{field.Id}”的 was 里有“{was}”，但它现在还是别的问题的 id，或者写了两次");
        }
    }

    private void CheckRoles()
    {
        foreach (var group in fields.Values.Where(field => field.Role is not null).GroupBy(field => field.Role!.Value).Where(group => group.Count() > 1))
            problems.Add(fieldLines[group.Last().Id], "service.role", $"role: {EnumNames.Name(group.Key)} 只能用在一个问题上，现在有：{string.Join("、", group.Select(field => field.Id))}");
    }

    private Notice Notice(MapReader map)
    {
        var id = map.FieldStyleId("id");
        if (!ids.Add(id))
            problems.Add(map.LineOf("id"), "service.duplicateId", $"提示“{id}”写了两次");
        var notice = new Notice
        {
            Id = id,
            When = Conditions.Read(map, "when", required: true) ?? Never,
            Kind = map.OneOf<NoticeKind>("kind"),
            Text = map.Text("text"),
            Phone = map.OptionalText("phone"),
            Basis = citations.Read(map, "basis", required: false),
        };
        map.Close();
        return notice;
    }

    /// <summary>Stands for a condition that could not be read; the file is refused anyway.</summary>
    public static Condition Never { get; } = new AnyOf([]);
}
