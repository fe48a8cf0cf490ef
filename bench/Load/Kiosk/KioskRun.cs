using System.Globalization;
using System.Text;
using System.Text.Json;
using LegalService.Casework.Audit;
using LegalService.Casework.Kiosks;
using LegalService.Casework.Requests;
using LegalService.Casework.Store;
using LegalService.Support;
using Microsoft.EntityFrameworkCore;
using Refit;

namespace LegalService.Load.Kiosk;

/// <summary>
/// A kiosk under scripted use, its line cut, hanging and losing answers at random, its process killed with -9 at random, again and again on one disk: what was
/// acknowledged arrives once, and nothing personal can be read from the disk.
/// </summary>
internal sealed class KioskRun(ServerProcess server, CutLine line, string data, string answersFile)
{
    private readonly Dictionary<int, string> _acknowledged = [];
    private readonly List<int> _unsure = [];
    private readonly List<string> _refused = [];
    private int _person;

    public static async Task<bool> RunAsync(int rounds)
    {
        var store = Directory.CreateTempSubdirectory("legalservice-kiosk-server-").FullName;
        var data = Directory.CreateTempSubdirectory("legalservice-kiosk-").FullName;
        await using var server = await ServerProcess.StartAsync(store, new Dictionary<string, string>(StringComparer.Ordinal) { ["RateLimits__UploadsPerMinute"] = "10000000" });
        await using var line = new CutLine(server.Http.BaseAddress!);
        await using var services = await Seed.OpenAsync(StoreProvider.Sqlite, store, null);
        var invited = await services.GetRequiredService<KioskDesk>().InviteAsync("一号机", "example-centre", Actor.System, CancellationToken.None);
        var answersFile = Path.Combine(store, "answers.json");
        await File.WriteAllTextAsync(answersFile, JsonSerializer.Serialize(await Citizen.FillInAsync(server.Api, "legal-consultation", 1)));
        var run = new KioskRun(server, line, data, answersFile);
        await using (var first = await KioskProcess.StartAsync(line.Address, data, answersFile))
        {
            Console.WriteLine(await first.AskAsync($"enrol {invited.Value!.Code}"));
        }

        for (var round = 1; round <= rounds; round++)
            await run.CycleAsync(round);
        return await run.CheckAsync(services);
    }

    private async Task CycleAsync(int round)
    {
        await using var kiosk = await KioskProcess.StartAsync(line.Address, data, answersFile);
        // Every other time it starts in good weather and has been up for a while.
        if (round % 2 == 0)
        {
            line.Set(LineMood.Up);
            while ((await kiosk.AskAsync("left"))?.EndsWith(" Online", StringComparison.Ordinal) == false)
                await Task.Delay(50);
        }

        using var stop = new CancellationTokenSource();
        var weather = ChangeAsync(stop.Token);
        var citizens = UseAsync(kiosk, stop.Token);
        await Task.Delay(Random.Shared.Next(300, 7000));
        await stop.CancelAsync();
        await kiosk.KillAsync();
        await citizens;
        await weather;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"round={round} acknowledged={_acknowledged.Count} of_these_kept={_acknowledged.Values.Count(each => each.StartsWith("kept", StringComparison.Ordinal))} cut_off={_unsure.Count} refused={_refused.Count} traces={Traces()}"));
    }

    /// <summary>The line is never for long as it is.</summary>
    private async Task ChangeAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                line.Set(Random.Shared.Next(10) switch { < 5 => LineMood.Up, < 7 => LineMood.Cut, 7 => LineMood.Hangs, _ => LineMood.LosesAnswers });
                await Task.Delay(Random.Shared.Next(50, 2500), stop);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task UseAsync(KioskProcess kiosk, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Random.Shared.Next(200), CancellationToken.None);
            var person = ++_person;
            switch (await kiosk.AskAsync($"submit {person}"))
            {
                case null:
                    _unsure.Add(person);
                    return;
                case var told when told.StartsWith("refused", StringComparison.Ordinal):
                    _refused.Add(told);
                    break;
                case var told:
                    _acknowledged[person] = told;
                    break;
            }
        }
    }

    private async Task<bool> CheckAsync(IServiceProvider services)
    {
        line.Set(LineMood.Up);
        await using var kiosk = await KioskProcess.StartAsync(line.Address, data, answersFile);
        var left = "";
        for (var tries = 0; tries < 600 && !left.StartsWith("0 ", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(200);
            left = (await kiosk.AskAsync("left"))!;
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        var lost = 0;
        foreach (var told in _acknowledged.Values)
        {
            var answer = told.Split(' ') is ["kept", var slip] ? await kiosk.AskAsync($"find {slip}") : told;
            lost += await IsThereAsync(answer!, found) ? 0 : 1;
        }

        await kiosk.KillAsync();
        var (requests, doubled) = await CountAsync(services);
        var traces = Traces();
        foreach (var refusal in _refused.Distinct(StringComparer.Ordinal))
            Console.WriteLine(refusal);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"kiosk acknowledged={_acknowledged.Count} kept={_acknowledged.Values.Count(each => each.StartsWith("kept", StringComparison.Ordinal))} arrived={found.Count} lost={lost} doubled={doubled} cut_off_before_an_answer={_unsure.Count} of_these_arrived={requests - found.Count} left_waiting_torn_refused_state={left.Replace(' ', '/')} files_with_personal_data={traces}"));
        return lost == 0 && doubled == 0 && traces == 0 && found.Count == _acknowledged.Count;
    }

    private async Task<bool> IsThereAsync(string answer, HashSet<string> found)
    {
        if (answer.Split(' ') is not ["delivered", var number, var code])
            return false;
        try
        {
            await server.Api.LookupAsync(new(number, code));
            return found.Add(number);
        }
        catch (ApiException)
        {
            return false;
        }
    }

    /// <summary>All requests, and how many of them came from a citizen who has one already: each sent one.</summary>
    private static async Task<(int Requests, int Doubled)> CountAsync(IServiceProvider services)
    {
        await using var context = services.GetRequiredService<Func<CaseworkContext>>()();
        var requests = await context.Set<Request>().CountAsync();
        var people = await context.Set<RequestParty>().Where(party => party.Kind == "phone").Select(party => party.Fingerprint).Distinct().CountAsync();
        return (requests, requests - people);
    }

    /// <summary>Files of the kiosk that hold a name, a question or the phone number of anybody as it was typed.</summary>
    private int Traces()
    {
        List<string> typed = ["巴特尔", "老板欠我三个月工资", .. Enumerable.Range(1, _person).Select(KioskChild.PhoneOf)];
        var traces = typed.SelectMany(text => (byte[][])[Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)]).ToList();
        var files = Directory.GetFiles(data, "*", SearchOption.AllDirectories).Where(path => !path.StartsWith(Path.Combine(data, "corpus"), StringComparison.Ordinal) && !path.StartsWith(Path.Combine(data, "index"), StringComparison.Ordinal));
        return files.Count(path => File.ReadAllBytes(path) is var bytes && traces.Exists(trace => bytes.AsSpan().IndexOf(trace) >= 0));
    }
}
