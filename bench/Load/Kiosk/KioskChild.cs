using System.Globalization;
using System.Text.Json;
using LegalService.Interviews.Fields;
using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Outbox;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LegalService.Load.Kiosk;

/// <summary>
/// The kiosk's process as it is composed in the product, with its disk and its line, told by its standard input what a citizen does: a line for each touch, answered by
/// a line. It is there to be killed.
/// </summary>
internal static class KioskChild
{
    /// <summary>What the child says when it takes orders.</summary>
    public const string Ready = "ready";

    public static async Task RunAsync(string answersFile)
    {
        var answers = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await File.ReadAllTextAsync(answersFile))!;
        // Its standard output is for what it answers.
        await using var kiosk = new WebApplicationFactory<Line>().WithWebHostBuilder(web => web.ConfigureLogging(logging => logging.ClearProviders()));
        var services = kiosk.Services;
        var (sender, store, line) = (services.GetRequiredService<Sender>(), services.GetRequiredService<OutboxStore>(), services.GetRequiredService<Line>());
        Say(Ready);
        while (await Console.In.ReadLineAsync() is { } order)
        {
            var words = order.Split(' ');
            Say(words[0] switch
            {
                "enrol" => (await services.GetRequiredService<Enrolment>().EnrolAsync(words[1], CancellationToken.None)).Code ?? "enrolled",
                "submit" => await SubmitAsync(sender, answers, int.Parse(words[1], CultureInfo.InvariantCulture)),
                "find" => Found(await sender.FindAsync(words[1], CancellationToken.None)),
                "left" => string.Create(CultureInfo.InvariantCulture, $"{store.Waiting.Count} {store.Torn} {store.Refused} {line.Status.State}"),
                _ => "unknown",
            });
        }
    }

    /// <summary>Another citizen for each number; every third one has taken a picture.</summary>
    private static async Task<string> SubmitAsync(Sender sender, Dictionary<string, JsonElement> answers, int person)
    {
        var filled = new Dictionary<string, JsonElement>(answers, StringComparer.Ordinal) { ["phone"] = JsonSerializer.SerializeToElement(PhoneOf(person)) };
        List<SubmissionFile> files = [];
        if (person % 3 == 0)
        {
            // A JPEG as far as anybody looks; its bytes tell one from another.
            var picture = new byte[200_000];
            new Random(person).NextBytes(picture);
            ((byte[])[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(picture, 0);
            files.Add(new($"here{person}", "papers.jpg", "image/jpeg", picture));
            filled["papers"] = new FileAnswer($"here{person}", "papers.jpg", picture.Length).ToJson();
        }

        return await sender.SubmitAsync(new("legal-consultation", filled, files), CancellationToken.None) switch
        {
            SendOutcome.Delivered delivered => $"delivered {delivered.Request!.Number} {delivered.Request.Code}",
            SendOutcome.Kept kept => $"kept {kept.Slip}",
            SendOutcome.Refused refused => $"refused {refused.Code} {string.Join(',', refused.Errors.Select(error => error.Field + error.Code))}",
            _ => "nothing",
        };
    }

    public static string PhoneOf(int person) => string.Create(CultureInfo.InvariantCulture, $"137{person % 100_000_000:00000000}");

    private static string Found(SlipStatus status) => status is SlipStatus.Delivered { Request: { } request } ? $"delivered {request.Number} {request.Code}" : status.GetType().Name;

    private static void Say(string text)
    {
        Console.Out.WriteLine(text);
        Console.Out.Flush();
    }
}
