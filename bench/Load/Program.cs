using System.CommandLine;
using LegalService.Casework.Store;
using LegalService.Load;
using LegalService.Load.Kiosk;

var store = new Option<StoreProvider>("--store") { Description = "Sqlite or PostgreSql", DefaultValueFactory = _ => StoreProvider.Sqlite };
var rounds = new Option<int>("--rounds") { Description = "How often", DefaultValueFactory = _ => 20 };
var seconds = new Option<int>("--seconds") { Description = "How long each load lasts", DefaultValueFactory = _ => 10 };

var places = new Command("places", "200 citizens in parallel want the last 50 places") { store, rounds };
places.SetAction(async parsed => await PlacesRun.RunAsync(parsed.GetValue(store), parsed.GetValue(rounds)) ? 0 : 1);

var kill = new Command("kill", "kill -9 while requests come in: nothing acknowledged is lost, nothing is there twice") { store, rounds };
kill.SetAction(async parsed => await KillRun.RunAsync(parsed.GetValue(store), parsed.GetValue(rounds)) ? 0 : 1);

var throughput = new Command("throughput", "Submitting and searching slots, beside an endpoint that only inserts one row") { store, seconds };
throughput.SetAction(parsed => ThroughputRun.RunAsync(parsed.GetValue(store), parsed.GetValue(seconds)));

var data = new Option<string>("--data") { Description = "Data directory", Required = true };
var connection = new Option<string?>("--connection") { Description = "Connection string; null: a file in the data directory, or a PostgreSQL server of its own that is gone afterwards" };
var open = new Option<int>("--open") { Description = "Open requests", DefaultValueFactory = _ => 20_000 };
var closed = new Option<int>("--closed") { Description = "Requests that are over", DefaultValueFactory = _ => 300_000 };
var plans = new Option<string?>("--plans") { Description = "A file for the plans of the queries" };

var seed = new Command("seed", "Three years of a busy county, straight into an empty store") { store, data, connection, open, closed };
seed.SetAction(async parsed =>
{
    await using var services = await Seed.OpenAsync(parsed.GetValue(store), parsed.GetValue(data)!, parsed.GetValue(connection));
    await new Seed(services, parsed.GetValue(open), parsed.GetValue(closed)).RunAsync();
});

var figures = new Command("figures", "Reports and dashboard over a full store; an empty one is seeded first") { store, data, connection, open, closed, plans };
figures.SetAction(parsed => FiguresRun.RunAsync(parsed.GetValue(store), parsed.GetValue(data)!, parsed.GetValue(connection), parsed.GetValue(open), parsed.GetValue(closed), parsed.GetValue(plans)));

var board = new Command("board", "Board and search over a store that was seeded") { store, data, connection, plans };
board.SetAction(parsed => BoardRun.RunAsync(parsed.GetValue(store), parsed.GetValue(data)!, parsed.GetValue(connection), parsed.GetValue(plans)));

var cycles = new Option<int>("--rounds") { Description = "How often the process is killed", DefaultValueFactory = _ => 50 };
var kiosk = new Command("kiosk", "A kiosk with a bad line that is killed again and again: what was acknowledged arrives once, nothing personal stays readable") { cycles };
kiosk.SetAction(async parsed => await KioskRun.RunAsync(parsed.GetValue(cycles)) ? 0 : 1);

var people = new Option<int>("--sessions") { Description = "How many people use it one after the other", DefaultValueFactory = _ => 1_000 };
var screens = new Command("screens", "The kiosk's screens in Chromium: start, taps, memory") { people };
screens.SetAction(parsed => ScreensRun.RunAsync(parsed.GetValue(people)));

var answers = new Argument<string>("answers") { Description = "A file with the answers of one interview" };
var child = new Command("kiosk-child", "The process that is killed") { answers };
child.Hidden = true;
child.SetAction(parsed => KioskChild.RunAsync(parsed.GetValue(answers)!));

return await new RootCommand("Load on the real server; figures in bench/README.md") { places, kill, throughput, seed, figures, board, kiosk, screens, child }.Parse(args).InvokeAsync();
