using System.Text.RegularExpressions;
using LegalService.Casework.Reading;
using LegalService.Casework.Requests;
using LegalService.Interviews.Fields;

namespace LegalService.Casework.Dispatches;

/// <summary>Reads <c>corpus/volunteers</c>: <c>settings.yaml</c>, and any number of files with people.</summary>
internal static partial class VolunteerReader
{
    private const string SettingsFile = "settings.yaml";
    private const int LongestName = 60;

    /// <summary>Reads the folder. Throws <see cref="CorpusException"/> with every mistake.</summary>
    public static VolunteerCatalog Read(string folder, IServiceDefinitions definitions)
    {
        var problems = new CorpusProblems();
        var settings = new OrderSettings([], 1, "", "", []);
        var volunteers = new List<Volunteer>();
        var files = YamlFolder.Read(folder, problems);
        if (files.FirstOrDefault(IsSettings) is { } common)
            settings = Settings(common, definitions);
        else
            problems.Add($"volunteers/{SettingsFile}", 0, "缺少这个文件");
        foreach (var file in files.Where(file => !IsSettings(file)))
        {
            volunteers.AddRange(file.Maps("volunteers").Select(map => One(map, settings, volunteers)));
            file.NoMore();
        }

        problems.ThrowIfAny();
        return new(settings, volunteers);
    }

    private static bool IsSettings(YamlMap file) => Path.GetFileName(file.File) == SettingsFile;

    private static OrderSettings Settings(YamlMap file, IServiceDefinitions definitions)
    {
        var settings = new OrderSettings(
            file.Texts("services"), file.Number("answerHours", 1, 240), file.Text("rule"), file.Text("page"), file.Texts("reasons"));
        foreach (var service in settings.Services)
        {
            if (definitions.Find(service) is not { IsGuideOnly: false } definition)
                file.Problem("services", $"services：没有“{service}”这项可以申请的服务");
            else if (definition.Figures?.Outcomes.Count > 0)
                file.Problem("services", $"services：“{service}”办结时要选办理结果，不能派单");
        }

        if (settings.Reasons.Count == 0)
            file.Problem("reasons", "reasons：至少写一个不接单的原因");
        file.NoMore();
        return settings;
    }

    private static Volunteer One(YamlMap map, OrderSettings settings, List<Volunteer> before)
    {
        var volunteer = new Volunteer(
            map.Text("id"), map.Text("name"), map.Text("kind"), map.Text("phone"), map.Texts("services"), map.Texts("places"), map.Texts("languages"),
            map.Number("mostOpen", 1, 100));
        if (volunteer.Id.Length > 0 && !Id().IsMatch(volunteer.Id))
            map.Problem("id", "id：小写字母、数字、连字符，最多 40 个");
        if (before.Exists(other => other.Id == volunteer.Id))
            map.Problem("id", $"id：“{volunteer.Id}”写了两次");
        if (volunteer.Name.Length > LongestName)
            map.Problem("name", $"name：最多 {LongestName} 个字");
        if (volunteer.Phone.Length > 0 && !PhoneNumber.TryParse(volunteer.Phone, out _, out _))
            map.Problem("phone", "phone：要写 11 位手机号，加引号");
        foreach (var service in volunteer.Services.Except(settings.Services, StringComparer.Ordinal))
            map.Problem("services", $"services：settings.yaml 里没有“{service}”");
        map.NoMore();
        return volunteer;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
