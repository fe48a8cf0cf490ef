using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Indexing;

public sealed class FingerprintTests : IDisposable
{
    private readonly CorpusFolder _first = CorpusFolder.Sample();
    private readonly CorpusFolder _second = new CorpusFolder().Write("faq/乙.md", SampleTexts.WellFaq);

    [Fact]
    public void It_stays_while_nothing_changes()
    {
        Assert.Equal(Print(), Print());
        Assert.Matches("^[0-9a-f]{16}$", Print());
    }

    [Fact]
    public void It_changes_with_a_file_that_is_added_changed_renamed_or_removed_in_any_folder()
    {
        var prints = new List<string> { Print() };
        void Changed(Action change)
        {
            change();
            prints.Add(Print());
        }

        Changed(() => _first.Write("faq/新.md", "x"));
        Changed(() => _first.Write("faq/新.md", "xy"));
        Changed(() => _second.Write("faq/乙.md", "y"));
        Changed(() => _second.Write("深/深/处.md", ""));
        Changed(() => File.SetLastWriteTimeUtc(Path.Combine(_second.Path, "faq", "乙.md"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Changed(() => File.Move(Path.Combine(_first.Path, "faq", "新.md"), Path.Combine(_first.Path, "faq", "新新.md")));
        Changed(() => File.Delete(Path.Combine(_second.Path, "深", "深", "处.md")));

        Assert.Equal(prints.Count, prints.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void One_folder_more_or_less_is_another_fingerprint_and_a_missing_one_is_none()
    {
        Assert.NotEqual(CorpusReader.Fingerprint([_first.Path]), Print());
        Assert.Equal(CorpusReader.Fingerprint([_first.Path]), CorpusReader.Fingerprint([_first.Path, "/没有/这个文件夹"]));
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private string Print() => CorpusReader.Fingerprint([_first.Path, _second.Path]);
}
