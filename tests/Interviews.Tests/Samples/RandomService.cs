using System.Globalization;
using LegalService.Interviews.Definitions;

namespace LegalService.Interviews.Tests.Samples;

/// <summary>A question of a made-up service. Its key stays the same while its id changes from version to version.</summary>
internal sealed record RandomField(int Key, string Id, IReadOnlyList<string> Was, FieldType Type, bool Required, bool Unknown, int? WhenKey, string Test);

/// <summary>A made-up service and its next versions: questions are renamed, dropped, and come back.</summary>
internal sealed class RandomService
{
    private static readonly FieldType[] Types = Enum.GetValues<FieldType>();

    private readonly Random random;
    private readonly List<RandomField> dropped = [];
    private List<RandomField> fields = [];
    private int renamed;

    public RandomService(int seed)
    {
        random = new(seed);
        var count = random.Next(2, 12);
        for (var key = 0; key < count; key++)
        {
            var field = new RandomField(key, Id(key), [], Types[random.Next(Types.Length)], random.Next(4) > 0, random.Next(4) == 0, null, "");
            fields.Add(key > 0 && random.Next(3) > 0 ? Conditioned(field) : field);
        }
        Definition = Build();
    }

    public ServiceDefinition Definition { get; private set; }

    /// <summary>The id a question has now; null: it is not asked.</summary>
    public string? IdOf(int key) => fields.FirstOrDefault(field => field.Key == key)?.Id;

    public int? KeyOf(string id) => fields.FirstOrDefault(field => field.Id == id)?.Key;

    /// <summary>Every id a question ever had.</summary>
    public IEnumerable<string> IdsOf(int key) => fields.Concat(dropped).Where(field => field.Key == key).SelectMany(field => field.Was.Append(field.Id));

    /// <summary>Makes the next version.</summary>
    public void Upgrade()
    {
        var at = random.Next(fields.Count);
        switch (random.Next(3))
        {
            case 0:
                var old = fields[at];
                fields[at] = old with { Id = $"{Id(old.Key)}v{++renamed}", Was = [.. old.Was, old.Id] };
                break;
            case 1 when fields.Count > 2:
                dropped.Add(fields[at] with { WhenKey = null });
                fields = [.. fields.Where((_, i) => i != at).Select(field => field.WhenKey == fields[at].Key ? field with { WhenKey = null } : field)];
                break;
            default:
                if (dropped.Count > 0)
                {
                    fields.Add(dropped[^1]);
                    dropped.RemoveAt(dropped.Count - 1);
                }
                break;
        }
        Definition = Build();
    }

    private RandomField Conditioned(RandomField field)
    {
        var on = fields[random.Next(fields.Count)];
        var test = on.Type switch
        {
            FieldType.Choice or FieldType.Choices => random.Next(2) == 0 ? "a" : "[a, b]",
            FieldType.YesNo => "true",
            FieldType.Money or FieldType.Number => "{ atLeast: 1000 }",
            FieldType.Date => "{ withinDays: 30 }",
            FieldType.IdNumber => "{ ageAtLeast: 18 }",
            _ => "answered",
        };
        return field with { WhenKey = on.Key, Test = on.Unknown && random.Next(3) == 0 ? "unknown" : test };
    }

    private ServiceDefinition Build() => Sample.OfFields(string.Join('\n', fields.Select(Yaml)));

    private string Yaml(RandomField field) =>
        $"- {{ id: {field.Id}, type: {EnumNames.Name(field.Type)}, label: 问题{field.Key}, required: {(field.Required ? "true" : "false")}"
        + (field.Was.Count > 0 ? $", was: [{string.Join(", ", field.Was)}]" : "")
        + (field.Unknown ? ", unknown: 不知道" : "")
        + (field.Type is FieldType.Choice or FieldType.Choices ? ", options: [{ value: a, label: 甲 }, { value: b, label: 乙 }, { value: c, label: 丙 }]" : "")
        + (field.WhenKey is { } key ? $", when: {{ {IdOf(key)}: {field.Test} }}" : "") + " }";

    private static string Id(int key) => string.Create(CultureInfo.InvariantCulture, $"q{key}");
}
