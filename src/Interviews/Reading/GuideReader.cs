using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads the guide.</summary>
internal sealed class GuideReader(Problems problems, CitationReader citations, ConditionReader conditions, InterviewDefinition interview)
{
    public Guide Read(MapReader map)
    {
        var guide = new Guide
        {
            For = map.Texts("for", required: true),
            Materials = Materials(map),
            Fee = map.Text("fee"),
            TimeLimit = map.Text("timeLimit"),
            LegalBasis = citations.Read(map, "legalBasis", required: true),
            Steps = map.Texts("steps", required: true),
            Where = map.Text("where"),
            How = map.Text("how"),
        };
        map.Close();
        return guide;
    }

    private List<Material> Materials(MapReader map)
    {
        var result = new List<Material>();
        foreach (var item in map.Maps("materials", required: true))
        {
            var material = new Material
            {
                Id = item.FieldStyleId("id"),
                Name = item.Text("name"),
                Help = item.OptionalText("help"),
                When = conditions.Read(item, "when"),
                MayFollowDays = item.OptionalInt("mayFollowDays", 1, 365),
                Field = item.OptionalText("field"),
                Basis = citations.Read(item, "basis", required: false),
            };
            if (result.Any(earlier => earlier.Id == material.Id))
                problems.Add(item.LineOf("id"), "service.duplicateId", $"材料“{material.Id}”写了两次");
            if (material.Field is { } field && interview.Fields.FirstOrDefault(candidate => candidate.Id == field) is not { Type: FieldType.File })
                problems.Add(item.LineOf("field"), "service.unknownField", $"没有叫“{field}”的上传文件的问题");
            result.Add(material);
            item.Close();
        }
        return result;
    }
}
