using System.CommandLine;
using LegalService.Casework.Store;
using LegalService.Load;

var store = new Option<StoreProvider>("--store") { Description = "Sqlite or PostgreSql", DefaultValueFactory = _ => StoreProvider.Sqlite };
var rounds = new Option<int>("--rounds") { Description = "How often", DefaultValueFactory = _ => 20 };
var seconds = new Option<int>("--seconds") { Description = "How long each load lasts", DefaultValueFactory = _ => 10 };

var places = new Command("places", "200 citizens in parallel want the last 50 places") { store, rounds };
places.SetAction(async parsed => await PlacesRun.RunAsync(parsed.GetValue(store), parsed.GetValue(rounds)) ? 0 : 1);

var kill = new Command("kill", "kill -9 while requests come in: nothing acknowledged is lost, nothing is there twice") { store, rounds };
kill.SetAction(async parsed => await KillRun.RunAsync(parsed.GetValue(store), parsed.GetValue(rounds)) ? 0 : 1);

var throughput = new Command("throughput", "Submitting and searching slots, beside an endpoint that only inserts one row") { store, seconds };
throughput.SetAction(parsed => ThroughputRun.RunAsync(parsed.GetValue(store), parsed.GetValue(seconds)));

return await new RootCommand("Load on the real server; figures in bench/README.md") { places, kill, throughput }.Parse(args).InvokeAsync();
