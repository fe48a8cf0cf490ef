using System.Globalization;
using System.Text;
using LegalService.Knowledge.Questions;

namespace LegalService.Tool.Evaluation;

/// <summary>Rewrites questions as citizens in a hurry type them. The same question always comes out the same.</summary>
internal sealed class Rewriter
{
    /// <summary>One character in so many is mistyped, at least one in a question.</summary>
    private const int Mistyped = 12;

    /// <summary>One character in so many is typed twice, at least one in a question.</summary>
    private const int Doubled = 6;

    /// <summary>Of the characters of one sound so many of the most frequent are mistaken for each other.</summary>
    private const int Confused = 12;

    private readonly Dictionary<char, string> _sameSound = [];
    private readonly Dictionary<char, char> _traditional;

    /// <summary>Reads the tables of characters.</summary>
    public Rewriter()
    {
        foreach (var line in CharacterFile.Lines("sounds.txt"))
        {
            var sound = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            foreach (var character in sound)
                _sameSound.TryAdd(character, sound[..Math.Min(Confused, sound.Length)]);
        }

        using var reader = new StreamReader(typeof(Rewriter).Assembly.GetManifestResourceStream("traditional-forms.txt")!);
        _traditional = reader.ReadToEnd().Split('\n').Where(line => line.Length == 2).ToDictionary(line => line[0], line => line[1]);
    }

    /// <summary>The ways of rewriting, by name.</summary>
    public IReadOnlyList<(string Name, Func<string, string> Rewrite)> Ways =>
    [
        ("typos", Mistype), ("no punctuation", WithoutPunctuation), ("doubled characters", Double), ("greeting and plea", Greet), ("traditional", ToTraditional),
    ];

    private static string WithoutPunctuation(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Greet(string text)
    {
        string[] greetings = ["您好，我想咨询一下，", "律师你好，请问一下，", "你好，麻烦问个事，", "您好，打扰了，想请教一个问题："];
        string[] pleas = ["谢谢，麻烦尽快回复！", "求解答，非常着急，谢谢律师！", "请帮帮我，急急急！", "希望能给个说法，感谢！"];
        var random = RandomOf(text);
        return greetings[random.Next(greetings.Length)] + text + pleas[random.Next(pleas.Length)];
    }

    private static string Double(string text)
    {
        var doubled = Chosen(text, Doubled, _ => true);
        var result = new StringBuilder();
        for (var place = 0; place < text.Length; place++)
            result.Append(text[place], doubled.Contains(place) ? 2 : 1);
        return result.ToString();
    }

    private string Mistype(string text)
    {
        var random = RandomOf(text);
        var result = new StringBuilder(text);
        foreach (var place in Chosen(text, Mistyped, character => Others(character).Length > 0))
        {
            var others = Others(text[place]);
            result[place] = others[random.Next(others.Length)];
        }

        return result.ToString();
    }

    private string ToTraditional(string text) => string.Concat(text.Select(character => _traditional.GetValueOrDefault(character, character)));

    private string Others(char character) => _sameSound.GetValueOrDefault(character, "").Replace(character.ToString(), "", StringComparison.Ordinal);

    /// <summary>Places of Chinese characters, one in so many, at least one where there is any.</summary>
    private static HashSet<int> Chosen(string text, int oneIn, Predicate<char> fits)
    {
        var places = Enumerable.Range(0, text.Length).Where(place => Normalizer.IsHan(text[place]) && fits(text[place])).ToArray();
        RandomOf(text).Shuffle(places);
        return [.. places.Take((places.Length + oneIn - 1) / oneIn)];
    }

    private static Random RandomOf(string text) => new(text.Aggregate(text.Length, (seed, character) => unchecked((seed * 31) + character)));
}

/// <summary>What rewriting costs.</summary>
internal static class RewriteReport
{
    /// <summary>A line for each way: recall@10 of the questions rewritten, and what is lost.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<LabelledQuestion> questions, Search search, Metrics asWritten)
    {
        foreach (var (name, rewrite) in new Rewriter().Ways)
        {
            var metrics = Evaluator.Run([.. questions.Select(question => question with { Question = rewrite(question.Question) })], search);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"rewritten, {name}: recall@10={metrics.Recall(10):0.000} lost={asWritten.Recall(10) - metrics.Recall(10):0.000} mrr@10={metrics.ReciprocalRank(10):0.000} p50_ms={metrics.Percentile(0.5):0.0}");
        }
    }
}
