using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Indexing;

public sealed class ArticleTableTests
{
    private static readonly ArticleKey Third = new("水井法", new ArticleNumber(3));
    private static readonly ArticleKey Fourth = new("水井法", new ArticleNumber(4));
    private static readonly StatuteVersion Old = Statutes.Version("水井法", Statutes.Day(2010), Statutes.Day(2020, 4, 30), "甲。", "乙。", "旧打水。", "赔一百元。");
    private static readonly StatuteVersion Noted = Statutes.Version("水井法", Statutes.Day(2020, 5), Statutes.Day(2023, 12, 31), "甲。", "乙。", "打水。", "赔五百元。");
    private static readonly StatuteVersion New = Statutes.Version("水井法", Statutes.Day(2024), null, "甲。", "乙。", "打水。", "赔八百元。");

    [Fact]
    public async Task The_note_stands_with_the_version_it_was_checked_against()
    {
        var table = await TableAsync(Old, Noted);

        Assert.Equal(["谁可以打水", "弄脏井水要赔多少"], Versions(table, 1).Select(entry => entry.Note!.Caption));
        Assert.All(Versions(table, 1), entry => Assert.False(entry.NoteIsStale));
    }

    [Fact]
    public async Task It_goes_with_the_same_wording_but_not_with_an_earlier_one()
    {
        var table = await TableAsync(Old with { Articles = [.. Old.Articles.Take(2), .. Noted.Articles.Skip(2).Take(1), Old.Articles[3]] }, Noted);

        Assert.Equal(("谁可以打水", false), (table.Versions(Third)[0].Note?.Caption, table.Versions(Third)[0].NoteIsStale));
        Assert.Null(table.Versions(Fourth)[0].Note);
    }

    [Fact]
    public async Task It_is_stale_when_the_wording_changed_and_not_when_another_article_did()
    {
        var table = await TableAsync(Noted, New);

        var (third, fourth) = (table.InForce(Third, Asking.Today)!, table.InForce(Fourth, Asking.Today)!);
        Assert.Equal(("谁可以打水", false), (third.Note!.Caption, third.NoteIsStale));
        Assert.Equal(("弄脏井水要赔多少", true), (fourth.Note!.Caption, fourth.NoteIsStale));
    }

    [Fact]
    public async Task Text_that_is_older_than_the_notes_ends_where_the_version_they_were_written_for_starts()
    {
        var table = await TableAsync(Old with { InForceTo = null });

        Assert.Equal([("旧打水。", null), (null, "谁可以打水")], table.Versions(Third).Select(entry => (entry.Text, entry.Note?.Caption)));
        Assert.Equal("旧打水。", table.InForce(Third, Statutes.Day(2020, 6, 30))!.Text);
        Assert.Equal("谁可以打水", table.InForce(Third, Statutes.Day(2020, 7, 1))!.Note!.Caption);
        Assert.Null(table.InForce(new ArticleKey("水井法", new ArticleNumber(1)), Statutes.Day(2020, 7, 1)));
    }

    [Fact]
    public async Task Notes_alone_make_entries_with_the_dates_of_their_file()
    {
        var table = await TableAsync();

        Assert.Equal(["第三条", "第四条", "第四条之一"], table.Entries.Select(entry => entry.Key.Number.ToString()));
        Assert.All(table.Entries, entry => Assert.Equal(
            (Statutes.Day(2020, 5), Statutes.Day(2020, 7), Statutes.Day(2020, 7), null, "中华人民共和国水井法", "县水井委员会", null),
            (entry.Passed, entry.InForceFrom, entry.Start, entry.InForceTo, entry.Title, entry.Issuer, entry.Text)));
        Assert.Null(table.InForce(Third, Statutes.Day(2020, 6, 30)));
        Assert.NotNull(table.InForce(Third, Statutes.Day(2020, 7, 1)));
        Assert.Equal((60, false), (table.Law("水井法")!.ArticleCount, table.Law("水井法")!.HasFullText));
    }

    [Fact]
    public async Task The_first_and_the_last_day_count_and_the_days_around_them_do_not()
    {
        var table = await TableAsync(Old, Noted);

        Assert.Null(table.InForce(Third, Statutes.Day(2009, 12, 31)));
        Assert.Equal("旧打水。", table.InForce(Third, Statutes.Day(2010))!.Text);
        Assert.Equal("旧打水。", table.InForce(Third, Statutes.Day(2020, 4, 30))!.Text);
        Assert.Equal("打水。", table.InForce(Third, Statutes.Day(2020, 5))!.Text);
        Assert.Equal("打水。", table.InForce(Third, Statutes.Day(2023, 12, 31))!.Text);
        Assert.Null(table.InForce(Third, Statutes.Day(2024)));
    }

    [Fact]
    public async Task Neighbours_are_of_the_same_version_and_law()
    {
        var table = await TableAsync(Old, Noted);
        var (first, last) = (table.Versions(new ArticleKey("水井法", new ArticleNumber(1)))[1], table.Versions(Fourth)[0]);

        Assert.Equal((null, "乙。"), (table.Neighbours(first).Before?.Text, table.Neighbours(first).After?.Text));
        Assert.Equal(("旧打水。", null), (table.Neighbours(last).Before?.Text, table.Neighbours(last).After?.Text));
        Assert.All(table.Entries, entry => Assert.Equal(entry, table.Entries[entry.Ordinal]));
    }

    [Fact]
    public void A_document_without_articles_is_one_entry()
    {
        var table = ArticleTable.From(new LegalCorpus
        {
            Statutes = [Statutes.Of("井批复", new StatuteVersion { Title = "井批复", Passed = Statutes.Day(2020), Body = ["同意。", "此复。"] })],
        });

        Assert.Equal((ArticleNumber.Whole, "同意。\n此复。"), (Assert.Single(table.Entries).Key.Number, table.Entries[0].Text));
        Assert.Null(Assert.Single(table.Laws).ArticleCount);
    }

    private static async Task<ArticleTable> TableAsync(params StatuteVersion[] versions)
    {
        using var folder = CorpusFolder.Sample();
        if (versions.Length > 0)
            await folder.WithFullTextAsync(Statutes.Of("水井法", versions));
        return ArticleTable.From(await folder.ReadAsync());
    }

    private static IEnumerable<ArticleEntry> Versions(ArticleTable table, int place) => [table.Versions(Third)[place], table.Versions(Fourth)[place]];
}
