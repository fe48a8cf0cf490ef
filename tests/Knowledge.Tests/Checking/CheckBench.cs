using LegalService.Knowledge.Checking;
using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Law;

namespace LegalService.Knowledge.Tests.Checking;

/// <summary>A small corpus and the full text it is held against, all in memory.</summary>
internal sealed class CheckBench
{
    public static readonly DateOnly Today = new(2026, 3, 1);
    private readonly List<StatuteNotes> _notes = [];
    private readonly List<FaqEntry> _faq = [];
    private readonly List<LexiconEntry> _lexicon = [];
    private readonly List<Statute> _statutes = [];

    public LegalCorpus Shipped => new() { Notes = _notes, Faq = _faq, Lexicon = _lexicon };

    public LegalCorpus FullText => new() { Statutes = _statutes };

    /// <summary>A law whose articles are 第一条, 第二条 and so on, in one version for each list.</summary>
    public CheckBench Law(string law, params string[][] versions)
    {
        _statutes.Add(new Statute(law,
        [
            .. versions.Select((articles, index) => new StatuteVersion
            {
                Title = law,
                Passed = Passed(index),
                InForceFrom = Passed(index),
                InForceTo = index + 1 < versions.Length ? Passed(index + 1).AddDays(-1) : null,
                Articles = [.. articles.Select((text, place) => (text, place)).Where(a => a.text.Length > 0)
                    .Select(a => new Article(new ArticleNumber(a.place + 1), [], [new Paragraph(a.text, [])]))],
            }),
        ]));
        return this;
    }

    public CheckBench Repeal(string law, DateOnly lastDay)
    {
        var index = _statutes.FindIndex(statute => statute.Law == law);
        var versions = _statutes[index].Versions;
        _statutes[index] = _statutes[index] with { Versions = [.. versions.SkipLast(1), versions[^1] with { InForceTo = lastDay }] };
        return this;
    }

    /// <summary>A note on 第N条, for the first version.</summary>
    public CheckBench Note(string law, int number, string gist, params string[] questions) => Add(law, Passed(0), number, gist, questions);

    /// <summary>A note on 第N条, for a version passed after everything in the full text.</summary>
    public CheckBench NewerNote(string law, int number, string gist) => Add(law, Today, number, gist, []);

    public CheckBench Faq(string id, string answer, ArticleKey cited, params string[] ways)
    {
        _faq.Add(new FaqEntry
        {
            Id = id,
            Topic = "水",
            Question = $"{id}怎么办",
            Answer = answer,
            OtherWays = ways.Length > 0 ? ways : [$"{id}甲", $"{id}乙", $"{id}丙"],
            Citations = [cited],
            File = "faq/水.md",
            Line = _faq.Count + 1,
        });
        return this;
    }

    public CheckBench Lay(string lay, params string[] terms)
    {
        _lexicon.Add(new LexiconEntry(lay, terms, BothWays: false, Weight: 1));
        return this;
    }

    public IReadOnlyList<CorpusProblem> Check() => new CorpusChecker(Shipped, FullText).Check();

    public IEnumerable<string> Codes() => Check().Select(problem => problem.Code);

    public IReadOnlyList<StaleNote> Stale() => StaleArticles.Find(Shipped, FullText, Today);

    private CheckBench Add(string law, DateOnly passed, int number, string gist, string[] questions)
    {
        var note = new ArticleNote(new ArticleNumber(number), "", gist, questions.Length > 0 ? questions : [$"{law}{number}问甲", $"{law}{number}问乙"], [], _notes.Count + 1);
        _notes.Add(new StatuteNotes { Law = law, Title = law, Passed = passed, File = $"statutes/{law}.md", Notes = [note] });
        return this;
    }

    private static DateOnly Passed(int version) => new(2020 + version, 1, 2);
}
