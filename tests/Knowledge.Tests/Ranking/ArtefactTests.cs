using System.Text;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Vectors;

namespace LegalService.Knowledge.Tests.Ranking;

public sealed class ArtefactTests : IDisposable
{
    private const string Remembered = "隔壁小花把我家窗台的盆栽全打翻了";

    private readonly ScratchFolder _folder = new();
    private readonly TextEncoder _encoder = TinyCorpus.Encoder(Remembered);

    public ArtefactTests() => TinyCorpus.WriteArtefacts(_folder.Path, _encoder, TinyCorpus.Memory(_encoder, [(Remembered, 5)]), TinyCorpus.Trees());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whole_files_are_used_and_nothing_is_reported()
    {
        var artefacts = RankingArtefacts.In(_folder.Path);
        Assert.Null(artefacts.Problem);
        Assert.NotNull(artefacts.Model);
        Assert.Equal(5, First(_folder.Path, Remembered));
    }

    [Theory]
    [InlineData(RankingModel.EncoderFile)]
    [InlineData(RankingModel.MemoryFile)]
    [InlineData(RankingModel.TreesFile)]
    public void A_changed_file_is_named_and_the_linear_ranking_goes_on(string file)
    {
        var path = Path.Combine(_folder.Path, file);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        FallsBack(file);
    }

    [Theory]
    [InlineData(RankingModel.EncoderFile)]
    [InlineData(RankingModel.MemoryFile)]
    [InlineData(RankingModel.TreesFile)]
    public void A_missing_file_is_named_and_the_linear_ranking_goes_on(string file)
    {
        File.Delete(Path.Combine(_folder.Path, file));
        FallsBack(file);
    }

    [Theory]
    [InlineData(RankingModel.EncoderFile)]
    [InlineData(RankingModel.MemoryFile)]
    [InlineData(RankingModel.TreesFile)]
    public void A_file_cut_off_is_named_even_when_the_manifest_agrees(string file)
    {
        var path = Path.Combine(_folder.Path, file);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^3]);
        var manifestPath = Path.Combine(_folder.Path, RankingManifest.FileName);
        var manifest = RankingManifest.Read(manifestPath);
        manifest.Files[file] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        manifest.Write(manifestPath);
        FallsBack(file);
    }

    [Theory]
    [InlineData("")]
    [InlineData("files: [")]
    [InlineData("confidence: []")]
    public void A_broken_manifest_is_named_and_the_linear_ranking_goes_on(string content)
    {
        File.WriteAllText(Path.Combine(_folder.Path, RankingManifest.FileName), content);
        FallsBack(RankingManifest.FileName);
    }

    [Fact]
    public void Trees_for_other_features_are_refused()
    {
        var others = new TreeEnsemble(["one", "two"], [new DecisionTree([], [], [], [], [1])]);
        TinyCorpus.WriteArtefacts(_folder.Path, _encoder, TinyCorpus.Memory(_encoder, [(Remembered, 5)]), others);
        FallsBack(RankingModel.TreesFile);
    }

    [Fact]
    public void Without_a_manifest_the_linear_ranking_goes_on()
    {
        File.Delete(Path.Combine(_folder.Path, RankingManifest.FileName));
        FallsBack("manifest");
    }

    [Fact]
    public void No_two_characters_of_a_remembered_question_stand_in_the_memory()
    {
        var bytes = File.ReadAllBytes(Path.Combine(_folder.Path, RankingModel.MemoryFile));
        for (var start = 0; start + 2 <= Remembered.Length; start++)
        {
            var pair = Remembered.Substring(start, 2);
            Assert.All(new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }, encoding => Assert.Equal(-1, bytes.AsSpan().IndexOf(encoding.GetBytes(pair))));
        }
    }

    [Fact]
    public void The_memory_has_room_for_articles_and_vectors_and_nothing_else()
    {
        const int Head = 12;
        var law = Encoding.UTF8.GetByteCount("家畜管理条例") + 1;
        const int Article = 1 + 2 + 2 + 1;
        const int Vector = 4 + TinyCorpus.Dimensions;
        Assert.Equal(Head + law + Article + Head + Vector, new FileInfo(Path.Combine(_folder.Path, RankingModel.MemoryFile)).Length);
    }

    [Fact]
    public void Vectors_are_kept_beside_the_index_and_made_anew_when_they_are_broken()
    {
        using var scratch = new ScratchFolder();
        var folder = Path.Combine(scratch.Path, "index");
        var corpus = TinyCorpus.Corpus(RankingArtefacts.In(_folder.Path));
        using (var first = KnowledgeIndex.OpenOrBuild(corpus, folder))
            Assert.NotNull(first.Vectors);
        var stored = Assert.Single(Directory.GetFiles(folder, "vectors-*.bin"));
        var whole = File.ReadAllBytes(stored);
        File.WriteAllBytes(stored, whole[..20]);
        using (var second = KnowledgeIndex.OpenOrBuild(corpus, folder))
            Assert.Equal(5, Assert.IsType<CorpusVectors>(second.Vectors).Articles.Count);
        Assert.Equal(whole, File.ReadAllBytes(stored));
    }

    private void FallsBack(string named)
    {
        Assert.Contains(named, RankingArtefacts.In(_folder.Path).Problem, StringComparison.Ordinal);
        Assert.Equal(2, First(_folder.Path, "邻居家的猫把我抓伤了谁赔"));
    }

    private static int First(string artefacts, string question)
    {
        using var index = TinyCorpus.Index(artefacts);
        var search = new ArticleSearch(index);
        return search.Find(search.Analyze(question), TinyCorpus.Day).Candidates[0].Entry.Key.Number.Number;
    }
}
