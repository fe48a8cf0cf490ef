using LegalService.Interviews.Definitions;
using LegalService.Interviews.Papers;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews.Documents;

/// <summary>Reads the files of documents.</summary>
internal static class DocumentReader
{
    /// <summary>What all have in common; null with problems added when the file has mistakes.</summary>
    public static DocumentSettings? Settings(string file, string text, ServiceCatalog services, List<DefinitionProblem> found)
    {
        var problems = new Problems(file);
        DocumentSettings? settings = null;
        if (new YamlTree(problems).Read(text) is { } root)
        {
            var map = new MapReader(root, problems);
            settings = new(map.Text("caveat"), map.Text("reviewService"));
            if (services.Find(settings.ReviewService)?.FieldOf(FieldRole.Matter) is null)
                problems.Add(map.LineOf("reviewService"), "document.reviewService", $"“{settings.ReviewService}”不是一项要填写的服务，或者没有 role: matter 的问题");
            map.Close();
        }

        found.AddRange(problems.All);
        return problems.All.Count == 0 ? settings : null;
    }

    /// <summary>The document; null with problems added when the file has mistakes.</summary>
    public static DocumentDefinition? Read(string file, string text, IReadOnlyList<string> kinds, List<DefinitionProblem> found)
    {
        var problems = new Problems(file);
        var definition = new YamlTree(problems).Read(text) is { } root ? Read(new MapReader(root, problems), problems, file, kinds) : null;
        found.AddRange(problems.All);
        return problems.All.Count == 0 ? definition : null;
    }

    private static DocumentDefinition Read(MapReader map, Problems problems, string file, IReadOnlyList<string> kinds)
    {
        var id = map.Id("id", ServiceReader.ServiceId(), "小写字母、数字和连字符，比如 civil-complaint");
        if (id != Path.GetFileNameWithoutExtension(file))
            problems.Add(map.LineOf("id"), "service.id", $"id 要和文件名一样：{Path.GetFileNameWithoutExtension(file)}");
        var review = map.OptionalText("review");
        if (review is not null && !kinds.Contains(review, StringComparer.Ordinal))
            problems.Add(map.LineOf("review"), "document.review", $"代写服务里没有“{review}”这一种；有的是：{string.Join("、", kinds)}");
        var citations = new CitationReader(problems);
        var reader = new InterviewReader(problems, citations);
        var interview = map.Map("interview") is { } questions ? reader.Read(questions) : new() { Pages = [], Notices = [] };
        var body = new BodyReader(problems, citations, reader.Conditions, interview);
        var definition = new DocumentDefinition
        {
            Id = id,
            Name = map.Text("name"),
            Also = map.Texts("also"),
            Summary = map.Text("summary"),
            OfferedWith = citations.Read(map, "offeredWith", required: false),
            Review = review,
            Basis = citations.Read(map, "basis", required: true),
            Interview = interview,
            Parts = [.. map.Maps("body", required: true).Select(body.Part)],
            Attach = [.. map.Maps("attach").Select(body.Hint)],
            HandIn = map.Text("handIn"),
            Hints = [.. map.Maps("hints").Select(body.Hint)],
            Citations = citations.All,
        };
        map.Close();
        return definition;
    }

    private sealed class BodyReader(Problems problems, CitationReader citations, ConditionReader conditions, InterviewDefinition interview)
    {
        public DocumentPart Part(MapReader map)
        {
            var line = map.LineOf("text");
            var part = new DocumentPart(conditions.Read(map, "when"), PaperText.Lines(map.Text("text")));
            foreach (var name in part.Lines.SelectMany(each => PaperText.Placeholders(each.Text)).Where(name => !IsKnown(name)))
                problems.Add(line, "document.placeholder", $"不认识 {{{name}}}：没有这个问题，或者它的答案没有这一种写法");
            map.Close();
            return part;
        }

        public DocumentHint Hint(MapReader map)
        {
            var hint = new DocumentHint(conditions.Read(map, "when"), map.Text("text"), citations.Read(map, "basis", required: false));
            map.Close();
            return hint;
        }

        private bool IsKnown(string name)
        {
            var (field, part) = DocumentFacts.Parse(name);
            return name == DocumentFacts.Count || (interview.Field(field) is { } question && DocumentFacts.Suits(question.Type, part));
        }
    }
}
