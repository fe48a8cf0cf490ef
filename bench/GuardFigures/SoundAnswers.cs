using System.Text.RegularExpressions;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.LanguageModel;
using LegalService.Knowledge.Law;
using LegalService.Knowledge.Ranking;
using LegalService.Knowledge.Retrieval;

namespace LegalService.GuardFigures;

/// <summary>Right answers: those written by hand, and others told from the notes in several ways.</summary>
internal sealed partial class SoundAnswers(KnowledgeIndex index, DateOnly day, Random random)
{
    private static readonly string[] Openings = ["", "", "", "可以看这一条：", "简单说，", "法律是这样规定的：", "您这种情况，"];
    private static readonly string[] Advice = ["", "", "先把证据留好。", "拿不准的话，可以到公共法律服务中心问一问。", "建议先跟对方好好商量，谈不拢再找人调解。"];

    /// <summary>All of them, in a fixed order.</summary>
    public IReadOnlyList<SampleAnswer> All(int count)
    {
        var written = HandWritten.Answers().Select(each => new SampleAnswer(each.Question, each.Articles, Name(each.Articles, each.Answer), "by hand")).ToList();
        var entries = index.Articles.Entries
            .Where(entry => entry is { Note: { Questions.Count: > 0, Gist.Length: > 20 }, NoteIsStale: false, Text: not null } && entry.IsInForce(day))
            .OrderBy(_ => random.Next()).Take(2 * count).ToList();
        return [.. written.Take(count), .. Enumerable.Range(0, Math.Max(0, count - written.Count)).Select(place => Tell(entries[2 * place], entries[(2 * place) + 1], place % 6))];
    }

    /// <summary>The same way from numbers to names as the product's.</summary>
    private string Name(IReadOnlyList<ArticleKey> articles, string text)
    {
        var passages = new Passages(index, most: 20, longest: 900);
        passages.Add(new SearchResult([.. articles.Select(key => new Candidate(index.Articles.InForce(key, day) ?? throw new InvalidDataException(key.ToString())))], [], 0.9));
        return passages.NameCited(text);
    }

    private SampleAnswer Tell(ArticleEntry entry, ArticleEntry other, int way)
    {
        var note = entry.Note!;
        var sentences = Sentences.Of(note.Gist).ToList();
        var (text, given) = way switch
        {
            0 => (Pick(Openings) + string.Concat(sentences.Select(sentence => Cite(sentence, "[1]"))) + Pick(Advice), new[] { entry.Key }),
            1 => (Arabic(note.Gist) + $"（{entry.Key}）", [entry.Key]),
            2 => (Cite(sentences[0], $"（{entry.Key}）"), [entry.Key]),
            3 => (Chinese(note.Gist) + "\n依据：" + entry.Key + "。", [entry.Key]),
            4 => (string.Concat(sentences.Select(sentence => Cite(Arabic(sentence), "[1]"))) + "\n" + Cite(Sentences.Of(other.Note!.Gist).First(), "[2]"), [entry.Key, other.Key]),
            _ => ($"根据{entry.Key}，{note.Gist}{Pick(Advice)}", [entry.Key]),
        };
        return new SampleAnswer(note.Questions[0], given, Name(given, text), "from notes");
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private static string Cite(string sentence, string cited) =>
        sentence.TrimEnd() is { Length: > 0 } text && "。！？；".Contains(text[^1], StringComparison.Ordinal) ? text[..^1] + cited + text[^1] : sentence + cited;

    private static string Arabic(string text) => ChineseNumber().Replace(
        text, match => ChineseNumerals.TryParse(match.Groups["number"].Value, out var number) ? number + match.Groups["unit"].Value : match.Value);

    private static string Chinese(string text) => ArabicNumber().Replace(
        text, match => ChineseNumerals.TryParse(match.Groups["number"].Value, out var number) ? ChineseNumerals.Format(number) + match.Groups["unit"].Value : match.Value);

    [GeneratedRegex("(?<![第零一二两三四五六七八九十百千万分])(?<number>[二三四五六七八九十百]{1,5})(?<unit>日|天|个月|年|周岁|元|小时|倍)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChineseNumber();

    [GeneratedRegex(@"(?<![\d.第])(?<number>\d{1,4})(?<unit>日|天|个月|周岁|元|小时|倍)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArabicNumber();
}
