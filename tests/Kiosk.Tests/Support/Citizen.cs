using System.Text.Json;
using LegalService.Interviews.Fields;
using LegalService.Kiosk.Outbox;

namespace LegalService.Kiosk.Tests.Support;

/// <summary>Somebody at the screen, whose data must not stay there.</summary>
internal static class Citizen
{
    public const string Name = "斯琴高娃";
    public const string Phone = "13847512345";
    public const string Question = "老板拖欠我三个月工资不给";

    public static Submission Consultation(params SubmissionFile[] files)
    {
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["question"] = JsonSerializer.SerializeToElement(Question),
            ["name"] = JsonSerializer.SerializeToElement(Name),
            ["phone"] = JsonSerializer.SerializeToElement(Phone),
        };
        foreach (var file in files)
            answers["papers"] = new FileAnswer(file.Id, file.Name, file.Content.Length).ToJson();
        return new("legal-consultation", answers, files);
    }

    public static SubmissionFile Picture(byte[] content) => new("here1", "papers.jpg", "image/jpeg", content);

    /// <summary>The files below a folder that hold something of the citizen as it was typed.</summary>
    public static IEnumerable<string> TracesBelow(string folder)
    {
        var traces = ((string[])[Name, Phone, Question]).SelectMany(text => (byte[][])[System.Text.Encoding.UTF8.GetBytes(text), System.Text.Encoding.Unicode.GetBytes(text)]).ToList();
        return Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => File.ReadAllBytes(path) is var bytes && traces.Exists(trace => bytes.AsSpan().IndexOf(trace) >= 0));
    }
}
