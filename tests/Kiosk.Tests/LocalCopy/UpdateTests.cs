using System.IO.Compression;
using System.Text;
using LegalService.Kiosk.LocalCopy;
using LegalService.Kiosk.Tests.Support;
using LegalService.Knowledge.Hosting;

namespace LegalService.Kiosk.Tests.LocalCopy;

public sealed class UpdateTests
{
    private const string Places = """[{"id":"county","name":"县法律援助中心","level":"county","address":"一号","latitude":43.6,"longitude":122.2,"hours":[],"services":[],"languages":[]}]""";

    [Fact]
    public async Task A_newer_corpus_is_in_use_without_a_restart_and_after_one_also_without_a_line()
    {
        await using var centre = await new StandInCentre().StartAsync();
        centre.Corpus = Pack("换了名字的法律咨询");
        string data;
        await using (var kiosk = await new KioskHost(centre).EnrolledAsync())
        {
            data = kiosk.Data;
            await KioskHost.UntilAsync(() => kiosk.Library.Current.Version == "v1");
            await KioskHost.UntilAsync(() => centre.Heartbeats.Last().Corpus == "v1");
            Assert.Equal("换了名字的法律咨询", kiosk.Library.Current.Services.Find("legal-consultation")!.Name);
            Assert.Equal("county", Assert.Single(kiosk.Library.Current.Places).Id);
            await KioskHost.UntilAsync(() => kiosk.Get<KnowledgeBase>().Current?.Index.Articles.Law("劳动合同法") is not null);

            (centre.Corpus, centre.CorpusVersion) = (Pack("又换了"), "v2");
            await KioskHost.UntilAsync(() => kiosk.Library.Current.Version == "v2");
            (centre.Corpus, centre.CorpusVersion) = (Pack("第三次换"), "v3");
            await KioskHost.UntilAsync(() => kiosk.Library.Current.Version == "v3");
            Assert.Equal("第三次换", kiosk.Library.Current.Services.Find("legal-consultation")!.Name);
        }

        await centre.StopAsync();
        await using (var again = new KioskHost(centre, data))
        {
            Assert.Equal("v3", again.Library.Current.Version);
        }

        // Somebody or something has damaged it: the one before stands in for it.
        Directory.Delete(Path.Combine(data, "corpus", "v3", "corpus", "services"), recursive: true);
        await using var damaged = new KioskHost(centre, data);
        Assert.Equal("v2", damaged.Library.Current.Version);
        Assert.NotNull(damaged.Library.LastFailure);
    }

    [Fact]
    public async Task A_corpus_that_another_than_thecentre_signed_is_not_taken()
    {
        await using var centre = await new StandInCentre().StartAsync();
        (centre.Corpus, centre.IsImpostor) = (Pack("假的"), true);
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();

        await KioskHost.UntilAsync(() => centre.Heartbeats.Count > 2);

        Assert.Null(kiosk.Library.Current.Version);
        Assert.Empty(centre.Ranges);
    }

    [Fact]
    public async Task A_corpus_with_a_mistake_in_it_is_not_used_and_reported_and_the_next_one_is_taken()
    {
        await using var centre = await new StandInCentre().StartAsync();
        centre.Corpus = Pack("好的", ("corpus/services/legal-aid.yaml", "id: 1\nwrong"));
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();

        await KioskHost.UntilAsync(() => centre.Heartbeats.Any(beat => beat.Problems.Contains("corpus.failed")));
        Assert.Null(kiosk.Library.Current.Version);
        Assert.NotNull(kiosk.Library.Current.Services.Find("legal-aid"));

        (centre.Corpus, centre.CorpusVersion) = (Pack("好的"), "v2");
        await KioskHost.UntilAsync(() => kiosk.Library.Current.Version == "v2");
        Assert.Null(kiosk.Library.LastFailure);
    }

    [Fact]
    public async Task A_download_that_broke_off_goes_on_where_it_stopped()
    {
        await using var centre = await new StandInCentre().StartAsync();
        (centre.Corpus, centre.BreaksOffAfter) = (Pack("慢慢来"), 5000);
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();
        await KioskHost.UntilAsync(() => centre.Ranges.Count > 1);

        centre.BreaksOffAfter = null;
        await KioskHost.UntilAsync(() => kiosk.Library.Current.Version == "v1");

        Assert.Contains(centre.Ranges, range => range.StartsWith("bytes=", StringComparison.Ordinal) && range != "bytes=0-");
    }

    [Fact]
    public async Task An_archive_that_reaches_outside_its_folder_or_never_ends_is_refused()
    {
        var folder = Scratch.NewFolder();
        var outside = await Write(Zip(("../../outside.txt", "x")));
        var large = await Write(Zip(("corpus/a.txt", new string('a', 5000))));

        await Assert.ThrowsAsync<InvalidDataException>(() => CorpusArchive.UnpackAsync(outside, Path.Combine(folder, "v1"), new(), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidDataException>(() => CorpusArchive.UnpackAsync(large, Path.Combine(folder, "v1"), new() { MostBytes = 4000 }, CancellationToken.None));

        Assert.Equal([outside, large], Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal));

        async Task<string> Write(byte[] zip)
        {
            var path = Path.Combine(folder, $"{Directory.GetFiles(folder).Length}.zip");
            await File.WriteAllBytesAsync(path, zip);
            return path;
        }
    }

    /// <summary>The small corpus under another name of one service.</summary>
    private static byte[] Pack(string name, params (string Path, string Text)[] changed)
    {
        var files = Directory.GetFiles(SmallCorpus.Folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: $"corpus/{Path.GetRelativePath(SmallCorpus.Folder, path)}", Text: File.ReadAllText(path)))
            .Select(file => file.Path.EndsWith("/legal-consultation.yaml", StringComparison.Ordinal) ? (file.Path, Renamed(file.Text, name)) : file)
            .Where(file => !changed.Any(change => change.Path == file.Path));
        return Zip([.. files, ("places.json", Places), .. changed]);
    }

    private static string Renamed(string service, string name) =>
        string.Join('\n', service.Split('\n').Select(line => line.StartsWith("name: ", StringComparison.Ordinal) ? $"name: {name}" : line));

    private static byte[] Zip(params (string Path, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
