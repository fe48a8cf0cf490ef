using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Tests.Samples;

namespace LegalService.Knowledge.Tests.Hosting;

public sealed class KnowledgeBaseTests
{
    [Fact]
    public void Before_the_first_corpus_there_is_none() => Assert.Null(new KnowledgeBase().Current);

    [Fact]
    public async Task While_eight_threads_ask_and_the_corpus_is_swapped_every_answer_is_of_one_whole_corpus()
    {
        string[] marks = ["甲", "乙", "丙"];
        using var folders = new Folders(marks);
        var (knowledge, loaded) = (new KnowledgeBase(), new List<KnowledgeBase.Loaded>());
        foreach (var mark in marks)
            loaded.Add(await folders.LoadAsync(mark));
        knowledge.Swap(loaded[0]);
        using var stop = new CancellationTokenSource();

        var seen = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var marksSeen = new HashSet<string>(StringComparer.Ordinal);
            for (var asked = 0; asked < 50 || !stop.IsCancellationRequested; asked++)
            {
                var current = knowledge.Current!;
                var answer = current.Answerer.Ask("邻居把井填了我没水吃怎么办");
                Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
                Assert.StartsWith($"{current.Fingerprint}说公用的井", answer.Text, StringComparison.Ordinal);
                Assert.All(answer.Citations, citation => Assert.Equal($"{current.Fingerprint}委员会", citation.Entry.Issuer));
                Assert.All(answer.Citations, citation => Assert.Same(current.Index.Articles.Entries[citation.Entry.Ordinal], citation.Entry));
                marksSeen.Add(current.Fingerprint);
            }

            return marksSeen;
        })).ToList();
        for (var swap = 0; swap < 300; swap++)
        {
            knowledge.Swap(loaded[swap % marks.Length]);
            await Task.Yield();
        }

        // A corpus that is loaded while others ask.
        loaded.Add(await folders.LoadAsync("甲"));
        knowledge.Swap(loaded[^1]);
        await stop.CancelAsync();

        Assert.All(await Task.WhenAll(seen), Assert.NotEmpty);
        Assert.Same(loaded[^1], knowledge.Current);
        loaded.ForEach(each => each.Index.Dispose());
    }

    /// <summary>One folder for each mark; everything that the corpus says has its mark in it.</summary>
    private sealed class Folders(string[] marks) : IDisposable
    {
        private readonly Dictionary<string, CorpusFolder> _folders = marks.ToDictionary(mark => mark, mark => CorpusFolder.Sample()
            .Write("statutes/水井法.md", SampleTexts.WellNotes.Replace("县水井委员会", mark + "委员会", StringComparison.Ordinal))
            .Write("faq/水井.md", SampleTexts.WellFaq.Replace("公用的井谁", mark + "说公用的井谁", StringComparison.Ordinal)));

        public async Task<KnowledgeBase.Loaded> LoadAsync(string mark)
        {
            var index = KnowledgeIndex.OpenOrBuild(await _folders[mark].ReadAsync(), Path.Combine(_folders[mark].Path, "index"));
            return new KnowledgeBase.Loaded(index, new Answerer(index), mark);
        }

        public void Dispose()
        {
            foreach (var folder in _folders.Values)
                folder.Dispose();
        }
    }
}
