namespace LegalService.Training.Tests;

/// <summary>A made-up corpus with full text, and made-up questions, written to a folder that is gone when the test is.</summary>
internal sealed class MadeUpData : IDisposable
{
    private const int Articles = 16;

    private static readonly string[] Animals = ["猫", "狗", "鸡", "鸭", "羊", "牛", "马", "猪"];
    private static readonly string[] Deeds = ["抓伤路人", "踩坏菜地", "夜里吵闹", "走失不归", "弄脏水井", "撞坏院墙"];
    private static readonly string[] Ends = ["主人赔偿损失", "村委会登记", "邻居可以要求停止", "主人三日内领回", "按市价补偿", "不服可以调解"];
    private static readonly string[] Laws = ["家畜条例", "院落条例", "水井办法"];

    public MadeUpData()
    {
        var (questions, random) = (new List<string>(), new Random(5));
        foreach (var law in Laws)
        {
            var (notes, text) = (new List<string> { $"---\nlaw: {law}\ntitle: {law}\nissuer: 村民大会\npassed: 2020-01-01\ninForceFrom: 2020-01-01\narticles: {Articles}\n---\n" }, new List<string> { $"# {law}\n\n2020年1月1日 村民大会通过\n\n<!-- INFO END -->\n" });
            for (var number = 1; number <= Articles; number++)
            {
                var (animal, deed, end) = (Pick(Animals, random), Pick(Deeds, random), Pick(Ends, random));
                text.Add($"\n第{Chinese(number)}条　{animal}{deed}的，{end}；情节较重的，由{law}执行人处理。{Pick(Ends, random)}。\n");
                if (number % 4 != 0)
                    notes.Add($"\n## 第{Chinese(number)}条 {animal}{deed}\n\n{animal}{deed}，{end}。\n\n问：\n- 我家{animal}{deed}怎么办\n\n标签：{animal}、{deed}\n");
                questions.Add($$"""{"id":"{{law}}{{number}}","question":"{{Chatter(random)}}{{animal}}{{deed}}了怎么办","articles":[{"law":"{{law}}","article":"第{{Chinese(number)}}条"}]}""");
            }

            Write($"corpus/statutes/{law}.md", string.Concat(notes));
            Write($"source/{law}(2020-01-01).md", string.Concat(text));
        }

        Write("questions.jsonl", string.Join('\n', questions));
    }

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(Root, name);

    private string Root { get; } = Directory.CreateTempSubdirectory("legal-training-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    /// <summary>Words of no meaning, so that no two questions are nearly the same.</summary>
    private static string Chatter(Random random) => string.Concat(Enumerable.Range(0, 24).Select(_ => (char)random.Next(0x4E00, 0x5400)));

    private static string Chinese(int number) => (number >= 10 ? "十" : "") + (number % 10 == 0 ? "" : "零一二三四五六七八九"[number % 10]);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }
}
