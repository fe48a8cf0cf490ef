using System.Collections.Concurrent;
using System.Globalization;
using LegalService.Casework.Store;
using LegalService.Contracts;
using LegalService.Support;
using Refit;

namespace LegalService.Load;

/// <summary>kill -9 while requests come in: what was acknowledged is there afterwards, once, and the citizen is told of it.</summary>
internal static class KillRun
{
    private const string Service = "legal-consultation";
    private const int Clients = 12;

    /// <summary>The load is on its way, and no longer waiting for code that runs for the first time, once so many were acknowledged.</summary>
    private const int Warm = 40;

    public static async Task<bool> RunAsync(StoreProvider provider, int rounds)
    {
        var data = Directory.CreateTempSubdirectory("legalservice-kill-").FullName;
        await using var gateway = await SmsGateway.StartAsync();
        var settings = await StoreSettings.NewAsync(provider);
        foreach (var (name, value) in gateway.Settings)
            settings[name] = value;
        var acknowledged = new ConcurrentDictionary<string, SubmissionResponse>(StringComparer.Ordinal);
        var unsure = new ConcurrentDictionary<string, SubmissionRequest>(StringComparer.Ordinal);
        var (right, underLoad) = (0, 0);
        for (var round = 1; round <= rounds; round++)
        {
            await using (var server = await ServerProcess.StartAsync(data, settings))
            {
                underLoad += await SubmitUntilKilledAsync(server, acknowledged, unsure, TimeSpan.FromMilliseconds(100 + (round * 137 % 1500)));
            }

            await using var again = await ServerProcess.StartAsync(data, settings);
            var (missing, doubled) = await CheckAsync(again, acknowledged, unsure);
            right += missing == 0 && doubled == 0 ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"round={round} acknowledged_under_load={underLoad} with_those_sent_again={acknowledged.Count} missing={missing} doubled={doubled}"));
        }

        await using var last = await ServerProcess.StartAsync(data, settings);
        var (told, silent, twice) = await gateway.DrainAsync(acknowledged.Values.Select(request => request.Number).ToHashSet(StringComparer.Ordinal));
        await last.KillAsync();
        var audit = await AuditCheck.VerifyAsync(provider, data, settings.GetValueOrDefault("ConnectionStrings__Default"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"kill store={provider} rounds={rounds} right={right} acknowledged_under_load={underLoad} requests={acknowledged.Count} told={told} not_told={silent} ids_sent_twice={twice} audit={audit}"));
        return right == rounds && silent == 0;
    }

    /// <returns>How many were acknowledged before the server was killed.</returns>
    private static async Task<int> SubmitUntilKilledAsync(
        ServerProcess server, ConcurrentDictionary<string, SubmissionResponse> acknowledged, ConcurrentDictionary<string, SubmissionRequest> unsure, TimeSpan after)
    {
        var answers = await Citizen.FillInAsync(server.Api, Service, Random.Shared.Next(1000));
        var before = acknowledged.Count;
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                var key = Guid.NewGuid().ToString();
                var request = new SubmissionRequest(Service, answers);
                unsure[key] = request;
                try
                {
                    acknowledged[key] = await server.Api.SubmitAsync(request, key);
                    unsure.TryRemove(key, out var _);
                }
                catch (Exception failure) when (failure is HttpRequestException or ApiRequestException or ApiException or TaskCanceledException)
                {
                    return;
                }
            }
        }).ToList();
        while (acknowledged.Count < before + Warm && !clients.TrueForAll(client => client.IsCompleted))
            await Task.Delay(20);
        await Task.Delay(after);
        await server.KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        return acknowledged.Count - before;
    }

    /// <summary>Every acknowledged request opens with its code; every key sent again gives one and the same number.</summary>
    private static async Task<(int Missing, int Doubled)> CheckAsync(
        ServerProcess server, ConcurrentDictionary<string, SubmissionResponse> acknowledged, ConcurrentDictionary<string, SubmissionRequest> unsure)
    {
        var missing = 0;
        foreach (var (_, request) in acknowledged.OrderByDescending(pair => pair.Value.Number, StringComparer.Ordinal).Take(400))
        {
            try
            {
                await server.Api.LookupAsync(new LookupRequest(request.Number, request.Code));
            }
            catch (ApiException)
            {
                missing++;
            }
        }

        foreach (var (key, request) in unsure)
            acknowledged[key] = await server.Api.SubmitAsync(request, key);
        unsure.Clear();
        return (missing, acknowledged.Count - acknowledged.Values.Select(request => request.Number).Distinct(StringComparer.Ordinal).Count());
    }
}
