using System.Text.RegularExpressions;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Reading;

/// <summary>Reads one question.</summary>
internal sealed partial class FieldReader(Problems problems)
{
    private static readonly Dictionary<FieldRole, FieldType[]> RoleTypes = new()
    {
        [FieldRole.ApplicantName] = [FieldType.Name],
        [FieldRole.ApplicantId] = [FieldType.IdNumber],
        [FieldRole.ApplicantPhone] = [FieldType.Phone],
        [FieldRole.ApplicantAddress] = [FieldType.Address],
        [FieldRole.HelperName] = [FieldType.Name],
        [FieldRole.HelperPhone] = [FieldType.Phone],
        [FieldRole.OpponentName] = [FieldType.Name],
        [FieldRole.OpponentId] = [FieldType.IdNumber],
        [FieldRole.Matter] = [FieldType.Choice, FieldType.Choices],
        [FieldRole.Story] = [FieldType.Text, FieldType.LongText],
        [FieldRole.LimitDate] = [FieldType.Date],
        [FieldRole.Place] = [FieldType.Choice, FieldType.Address],
        [FieldRole.MeetingWay] = [FieldType.Choice],
        [FieldRole.Consent] = [FieldType.YesNo],
    };

    /// <summary>Reads a question.</summary>
    /// <param name="map">Its keys.</param>
    /// <param name="page">The page it stands on.</param>
    /// <param name="conditions">Reads conditions on the fields before it.</param>
    public FieldDefinition Read(MapReader map, string page, ConditionReader conditions)
    {
        var id = map.FieldStyleId("id");
        if (ConditionReader.Reserved.Contains(id, StringComparer.Ordinal))
            problems.Add(map.LineOf("id"), "service.id", $"“{id}”在条件里另有意思，请换一个 id");
        var type = map.OneOf<FieldType>("type");
        var label = map.Text("label");
        var unknown = map.OptionalText("unknown");
        var field = new FieldDefinition
        {
            Id = id,
            Type = type,
            Label = label,
            ReviewLabel = map.OptionalText("review") ?? label,
            Help = map.OptionalText("help"),
            Page = page,
            Required = map.Bool("required", true),
            AllowUnknown = unknown is not null,
            UnknownLabel = unknown,
            Options = Options(map, type, conditions),
            When = conditions.Read(map, "when"),
            Role = Role(map, type),
            Was = map.Texts("was"),
            Personal = map.Bool("personal", type is FieldType.Phone or FieldType.IdNumber or FieldType.Name or FieldType.Address),
            Rules = Rules(map, type),
        };
        if (field.Rules.MustBeYes is not null && !field.Required)
            problems.Add(map.LineOf("mustBeYes"), "service.mustBeYes", "一定要同意的问题不能跳过：去掉 required: false");
        map.Close();
        return field;
    }

    private List<Option> Options(MapReader map, FieldType type, ConditionReader conditions)
    {
        if (type is not (FieldType.Choice or FieldType.Choices))
            return [];
        var options = new List<Option>();
        foreach (var item in map.Maps("options", required: true))
        {
            var value = item.Id("value", ValueForm(), "小写字母开头，只用字母、数字，最多 40 个");
            if (ConditionReader.Reserved.Contains(value, StringComparer.Ordinal))
                problems.Add(item.LineOf("value"), "service.id", $"“{value}”在条件里另有意思，请换一个 value");
            var option = new Option(value, item.Text("label"), conditions.Read(item, "when"), type == FieldType.Choices && item.Bool("alone", false)) { Also = item.Texts("also") };
            if (options.Any(earlier => earlier.Value == option.Value))
                problems.Add(item.LineOf("value"), "service.duplicateId", $"选项“{option.Value}”写了两次");
            if (options.Any(earlier => earlier.Label == option.Label))
                problems.Add(item.LineOf("label"), "service.duplicateId", $"选项文字“{option.Label}”写了两次，第二个谁也选不到");
            options.Add(option);
            item.Close();
        }
        if (options.Count == 1)
            problems.Add(map.LineOf("options"), "service.oneOption", "只有一个选项就不用问，至少写两个");
        return options;
    }

    private FieldRole? Role(MapReader map, FieldType type)
    {
        var role = map.OptionalOneOf<FieldRole>("role");
        if (role is { } played && !RoleTypes[played].Contains(type))
            problems.Add(map.LineOf("role"), "service.role", $"{EnumNames.Name(played)} 只能是：{string.Join("、", RoleTypes[played].Select(EnumNames.Name))}");
        return role;
    }

    /// <summary>Each key is asked for only where the type has a use for it, so that anywhere else it is an unknown one.</summary>
    private FieldRules Rules(MapReader map, FieldType type)
    {
        var rules = type switch
        {
            FieldType.Text => new FieldRules { MaxLength = map.OptionalInt("maxLength", 1, 500) ?? 100 },
            FieldType.LongText => new() { MaxLength = map.OptionalInt("maxLength", 1, 10_000) ?? 2000 },
            FieldType.Name => new() { MaxLength = map.OptionalInt("maxLength", 2, 100) ?? 50, Organisation = map.Bool("organisation", false) },
            FieldType.Money => new() { Min = map.OptionalSum("min"), Max = map.OptionalSum("max") ?? 10_000_000_000m },
            FieldType.Number => new()
            {
                Unit = map.OptionalText("unit"),
                Min = map.OptionalSum("min"),
                Max = map.OptionalSum("max") ?? 1_000_000m,
                Decimals = map.OptionalInt("decimals", 0, 4) ?? 0,
            },
            FieldType.Date => new() { FromDays = map.OptionalInt("fromDays", -60_000, 60_000), ToDays = map.OptionalInt("toDays", -60_000, 60_000) },
            FieldType.Choices => new() { MaxChosen = map.OptionalInt("maxChosen", 1, 50) },
            FieldType.YesNo => new() { MustBeYes = map.OptionalText("mustBeYes") },
            FieldType.Address => new()
            {
                From = map.OptionalOneOf<AddressPart>("from") ?? AddressPart.County,
                Depth = map.OptionalOneOf<AddressPart>("depth") ?? AddressPart.Township,
            },
            FieldType.File => new()
            {
                MaxBytes = (map.OptionalInt("maxMegabytes", 1, 100) ?? 10) * 1024L * 1024L,
                Extensions = map.Has("extensions") ? map.Texts("extensions") : ["jpg", "jpeg", "png", "heic", "pdf"],
            },
            _ => new(),
        };
        if (rules.Min > rules.Max)
            problems.Add(map.LineOf("min"), "service.range", "min 比 max 还大，什么答案都填不进去");
        if (rules.FromDays > rules.ToDays)
            problems.Add(map.LineOf("fromDays"), "service.range", "fromDays 比 toDays 还大，什么答案都填不进去");
        if (type == FieldType.Address && rules.From > rules.Depth)
            problems.Add(map.LineOf("from"), "service.range", "from 要在 depth 前面");
        foreach (var extension in rules.Extensions.Where(extension => !ValueForm().IsMatch(extension)))
            problems.Add(map.LineOf("extensions"), "service.wrongType", $"“{extension}”要写成小写字母，不带点，比如 jpg");
        return rules;
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,39}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ValueForm();
}
