using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Vectors;

namespace LegalService.Knowledge.Tests.Ranking;

/// <summary>A made-up law with notes, and a model made up for it; nothing here is real.</summary>
internal static class TinyCorpus
{
    public const int Dimensions = 32;

    public static readonly DateOnly Day = new(2025, 6, 1);

    private static readonly (string Caption, string Gist, string Question)[] Notes =
    [
        ("养猫要登记", "养猫的人要到村里登记。", "我家养了一只猫要不要去登记"),
        ("猫抓伤人", "猫抓伤了人，养猫的人要赔医药费。", "邻居家的猫把我抓伤了谁赔"),
        ("狗要拴绳", "带狗出门要拴绳子。", "遛狗不拴绳怎么办"),
        ("狗咬伤人", "狗咬伤了人，养狗的人要赔医药费。", "被狗咬了能要多少赔偿"),
        ("鸡鸭进菜地", "鸡鸭吃了别人的菜，主人要照价赔。", "邻居的鸡吃了我的菜"),
    ];

    public static LegalCorpus Corpus(RankingArtefacts? artefacts = null) => new()
    {
        Notes =
        [
            new StatuteNotes
            {
                Law = "家畜管理条例",
                Title = "家畜管理条例",
                Passed = new DateOnly(2020, 1, 1),
                InForceFrom = new DateOnly(2020, 1, 1),
                File = "statutes/家畜管理条例.md",
                Notes = [.. Notes.Select((note, place) => new ArticleNote(new ArticleNumber(place + 1), note.Caption, note.Gist, [note.Question], [], place + 1))],
            },
        ],
        Ranking = new RankingWeights { Features = new(StringComparer.Ordinal) { ["search"] = 1, ["note"] = 1, ["ask"] = 1 } },
        Artefacts = artefacts ?? RankingArtefacts.None,
    };

    /// <summary>An encoder with random rows for every character and pair of some texts.</summary>
    public static TextEncoder Encoder(params string[] texts)
    {
        var all = texts.Concat(Notes.SelectMany(note => new[] { note.Caption, note.Gist, note.Question }));
        var vocabulary = new Vocabulary([.. all.SelectMany(text => Vocabulary.Count(text).Keys).Distinct().Order()]);
        var random = new Random(7);
        return TextEncoder.FromFloats(vocabulary, Dimensions, [.. Enumerable.Range(0, vocabulary.Tokens.Length * Dimensions).Select(_ => (float)(random.NextDouble() - 0.5))]);
    }

    /// <summary>A memory of made-up questions, each about one article.</summary>
    public static QuestionMemory Memory(TextEncoder encoder, IReadOnlyList<(string Question, int Article)> questions) => new(
        VectorTable.Of(encoder.Dimensions, questions.Count, place => encoder.Encode(questions[place].Question)),
        [.. questions.Select(question => new[] { new ArticleKey("家畜管理条例", new ArticleNumber(question.Article)) })]);

    /// <summary>Trees that know one thing: votes of remembered questions lift an article.</summary>
    public static TreeEnsemble Trees()
    {
        var votes = (short)RankingFeatures.Names.ToList().IndexOf("memoryNearest");
        var linear = (short)RankingFeatures.Names.ToList().IndexOf("linear");
        return new TreeEnsemble(RankingFeatures.Names,
        [
            new DecisionTree([votes], [0.95f], [-1], [-2], [0, 5]),
            new DecisionTree([linear, linear], [0.5f, 1.5f], [-1, -2], [1, -3], [-1, 0.5, 1]),
        ]);
    }

    /// <summary>Writes a whole folder of learned files with its manifest.</summary>
    public static void WriteArtefacts(string folder, TextEncoder encoder, QuestionMemory memory, TreeEnsemble trees)
    {
        Directory.CreateDirectory(folder);
        var manifest = new RankingManifest
        {
            ConfidenceWeights = [.. Enumerable.Range(0, ConfidenceFigures.Count).Select(place => place == 0 ? 1.0 : 0)],
            Confidence = [new() { Score = 0, Confidence = 0.1 }, new() { Score = 6, Confidence = 0.9 }],
            Chance = [new() { Score = -1, Confidence = 0.05 }, new() { Score = 6, Confidence = 0.8 }],
            ShownFrom = 0.5,
            SaidFrom = 0.8,
        };
        Write(RankingModel.EncoderFile, encoder.Write);
        Write(RankingModel.MemoryFile, memory.Write);
        Write(RankingModel.TreesFile, trees.Write);
        manifest.Write(Path.Combine(folder, RankingManifest.FileName));

        void Write(string name, Action<Stream> write)
        {
            using var stream = new MemoryStream();
            write(stream);
            File.WriteAllBytes(Path.Combine(folder, name), stream.ToArray());
            manifest.Files[name] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream.ToArray()));
        }
    }

    public static KnowledgeIndex Index(string? artefacts = null) =>
        KnowledgeIndex.BuildInMemory(Corpus(artefacts is null ? null : RankingArtefacts.In(artefacts)));
}

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("legal-ranking-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
