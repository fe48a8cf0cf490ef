using System.CommandLine;
using LegalService.GuardFigures;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;

var corpus = new Option<string[]>("--corpus") { Description = "Corpus folders, the shipped one and the imported full text", Required = true };
var count = new Option<int>("--count") { Description = "Sound answers, and answers with faults", DefaultValueFactory = _ => 204 };
var half = new Option<GuardHalf>("--half") { Description = "Tune, HeldOut or Both", DefaultValueFactory = _ => GuardHalf.Both };
var seeds = new Option<int[]>("--seed") { Description = "Each seed plants other faults", DefaultValueFactory = _ => [20261101] };
var show = new Option<bool>("--show") { Description = "Shows what went wrong" };

var root = new RootCommand("What the guard lets through and what it stops; figures in bench/README.md") { corpus, count, half, seeds, show };
root.SetAction(async (parsed, cancellation) =>
{
    var index = KnowledgeIndex.BuildInMemory(await CorpusReader.ReadAsync(parsed.GetValue(corpus)!, cancellation), cancellationToken: cancellation);
    var bench = new GuardBench(index, new DateOnly(2026, 11, 1));
    foreach (var seed in parsed.GetValue(seeds)!)
        bench.Run(parsed.GetValue(count), parsed.GetValue(half), seed, parsed.GetValue(show));
    return 0;
});
return await root.Parse(args).InvokeAsync();
