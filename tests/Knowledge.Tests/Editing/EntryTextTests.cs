using FsCheck;
using FsCheck.Fluent;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Editing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Editing;

public sealed class EntryTextTests
{
    private static readonly StatuteNotes Wells = new()
    {
        Law = "水井法", Title = "中华人民共和国水井法", Issuer = "县'水井'委员会", Passed = new(2020, 5, 1), InForceFrom = new(2020, 7, 1), File = "",
    };

    [Fact]
    public async Task Every_entry_of_the_shipped_corpus_is_written_as_it_was_read()
    {
        var corpus = await CorpusReader.ReadAsync([Path.Combine(CorpusFolder.Repository, "corpus")], CancellationToken.None);

        Assert.All(corpus.Faq, entry => Assert.Equal(
            (Told(entry), 0), (Told(ProposedEntry.Of(entry).Faq!), ProposedEntry.Of(entry).Problems.Count)));
        Assert.All(corpus.Notes.SelectMany(file => file.Notes, (file, note) => (file, note)), pair =>
        {
            var read = ProposedEntry.Of(pair.file, pair.note);
            Assert.Empty(read.Problems);
            Assert.Equal(Told(pair.note), Told(read.Notes!.Notes[0]));
            Assert.Equal((pair.file.Law, pair.file.Passed, pair.file.InForceFrom), (read.Notes.Law, read.Notes.Passed, read.Notes.InForceFrom));
        });
    }

    [FsCheck.Xunit.Property(MaxTest = 300)]
    public Property Whatever_is_typed_is_kept_as_it_is_or_refused() => Prop.ForAll(
        AnyText.Of(40).NonEmptyListOf().Where(texts => texts.Count > 2).Select(texts => texts.ToList()).ToArbitrary(),
        typed =>
        {
            var texts = typed.ConvertAll(text => text.Trim());
            var entry = Faq(texts[0], texts[1], texts.Skip(2).Where(text => text.Length > 0));

            var read = ProposedEntry.Of(entry);

            if (read.Problems.Count == 0)
                Assert.Equal(EntryText.Of(entry), EntryText.Of(read.Faq!));
        });

    [Theory]
    [InlineData("回答：没有")]
    [InlineData("- 一\n\n- 二")]
    [InlineData("# 标题")]
    [InlineData("```")]
    [InlineData("依据：民法典 第一条")]
    public void What_would_come_out_otherwise_than_it_was_typed_is_refused(string answer) =>
        Assert.NotEmpty(ProposedEntry.Of(Faq("井没了", answer, ["井呢"])).Problems);

    [Fact]
    public void A_withdrawal_says_what_it_takes_out()
    {
        var faq = ProposedEntry.Read(EntryName.Faq("well"), EntryText.Withdrawing(Faq("井没了", "挖。", [])));
        var note = ProposedEntry.Read(EntryName.Note(new ArticleKey("水井法", new ArticleNumber(3))), EntryText.Withdrawing(Wells, new ArticleNumber(3)));

        Assert.Equal((true, true), (faq.Withdraws, note.Withdraws));
        Assert.Empty(faq.Problems.Concat(note.Problems));
    }

    [Fact]
    public void A_file_that_is_another_entry_than_it_is_called_is_refused()
    {
        var text = EntryText.Of(Faq("井没了", "挖。", ["井呢"]));

        Assert.Empty(ProposedEntry.Read(EntryName.Faq("well"), text).Problems);
        Assert.Equal("entry.name", Assert.Single(ProposedEntry.Read(EntryName.Faq("other"), text).Problems).Code);
        Assert.Equal("entry.name", Assert.Single(ProposedEntry.Read(EntryName.Faq("well"), "---\ntopic: 水\n---\n").Problems).Code);
    }

    [Theory]
    [InlineData("faq/wages-unpaid", "faq/wages-unpaid.md")]
    [InlineData("note/劳动合同法/第四十七条", "statutes/劳动合同法 第四十七条.md")]
    [InlineData("note/刑法/第一百二十条之一", "statutes/刑法 第一百二十条之一.md")]
    public void A_name_is_read_as_it_is_written(string name, string file)
    {
        Assert.Equal(name, EntryName.Parse(name)!.ToString());
        Assert.Equal(file, EntryName.Parse(name)!.File);
    }

    [Theory]
    [InlineData("faq/../../etc")]
    [InlineData("faq/Wages")]
    [InlineData("faq/")]
    [InlineData("note/刑法")]
    [InlineData("note/刑法/经济补偿")]
    [InlineData("lexicon/x")]
    [InlineData("")]
    public void What_is_no_name_is_none(string name) => Assert.Null(EntryName.Parse(name));

    [Fact]
    public void The_file_of_a_law_with_a_very_long_title_has_a_name_that_file_systems_take()
    {
        var name = EntryName.Note(new ArticleKey(new string('法', 200), new ArticleNumber(1)));

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Path.GetFileName(name.File)), 1, 255);
        Assert.NotEqual(name.File, EntryName.Note(new ArticleKey(new string('法', 201), new ArticleNumber(1))).File);
    }

    private static FaqEntry Faq(string question, string answer, IEnumerable<string> ways) => new()
    {
        Id = "well", Topic = "水: '井'", Question = question, Answer = answer, OtherWays = [.. ways], Steps = ["拍照", "说"],
        Citations = [new ArticleKey("水井法", new ArticleNumber(3))], File = "",
        Passed = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["水井法"] = new(2020, 5, 1) },
    };

    private static string Told(FaqEntry entry) => string.Join('\n', (string[])
    [
        entry.Id, entry.Topic, entry.Question, entry.Answer, .. entry.OtherWays, .. entry.Steps, .. entry.Papers, .. entry.TimeLimits, .. entry.Places,
        .. entry.Costs, .. entry.Citations.Select(key => key.ToString()), .. entry.Services,
    ]);

    private static string Told(ArticleNote note) => string.Join('\n', (string[])[note.Number.ToString(), note.Caption, note.Gist, .. note.Questions, .. note.Tags]);
}
