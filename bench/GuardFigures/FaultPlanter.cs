using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Indexing;
using LegalService.Knowledge.Law;

namespace LegalService.GuardFigures;

/// <summary>Plants one fault into a sound answer. Half of the citations that are wrong were given to the model all the same, so that what it says must tell.</summary>
internal sealed class FaultPlanter(KnowledgeIndex index, DateOnly day, Random random, GuardHalf half)
{
    private readonly List<ArticleKey> _repealed =
    [
        .. index.Articles.Entries.Where(entry => entry.RepealedBy is not null && entry.Text is not null && index.Articles.InForce(entry.Key, day) is null)
            .Select(entry => entry.Key).Distinct(),
    ];

    private readonly ILookup<ArticleNumber, ArticleEntry> _inForce = index.Articles.Entries.Where(entry => entry.IsInForce(day) && entry.Text is not null).ToLookup(entry => entry.Key.Number);
    private readonly List<string> _claims = Half(HandWritten.Planted("claims"), half);
    private readonly List<string> _injections = Half(HandWritten.Planted("injections"), half);

    /// <summary>The kinds of faults.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["no such article", "repealed", "wrong law", "changed number", "uncited claim", "injection"];

    /// <summary>The answer with a fault; null when this one has no place for it.</summary>
    public SampleAnswer? Plant(SampleAnswer sound, string kind, int place) => kind switch
    {
        "no such article" => Recite(sound, kind, key => key with { Number = Missing(key) }, given: false),
        "repealed" => Recite(sound, kind, _ => _repealed[random.Next(_repealed.Count)], given: place % 2 == 0),
        "wrong law" => Recite(sound, kind, OtherLaw, given: place % 2 == 0),
        "changed number" => NumberChange.Apply(sound, index, day, random, place) is { } changed ? changed with { Fault = kind } : null,
        "uncited claim" => Insert(sound, kind, place % 2 == 0 ? _claims[place / 2 % _claims.Count] : OtherClaim(sound), place),
        _ => Insert(sound, kind, _injections[place % _injections.Count], place),
    };

    private static List<string> Half(IReadOnlyList<string> all, GuardHalf half) => [.. all.Where((_, place) => place % 2 == (int)half)];

    private static SampleAnswer? Recite(SampleAnswer sound, string kind, Func<ArticleKey, ArticleKey?> change, bool given)
    {
        var parts = sound.Parts.ToList();
        var place = parts.FindIndex(part => sound.Given.Any(key => part.Contains($"（{key}）", StringComparison.Ordinal)));
        if (place < 0)
            return null;
        var key = sound.Given.First(each => parts[place].Contains($"（{each}）", StringComparison.Ordinal));
        if (change(key) is not { } wrong)
            return null;
        parts[place] = parts[place].Replace($"（{key}）", $"（{wrong}）", StringComparison.Ordinal);
        return sound with { Text = string.Concat(parts), Planted = parts[place], Fault = kind, Given = given ? [.. sound.Given, wrong] : sound.Given };
    }

    private ArticleNumber Missing(ArticleKey key)
    {
        var last = index.Articles.Entries.Where(entry => entry.Key.Law == key.Law).Max(entry => entry.Key.Number.Number);
        return random.Next(3) == 0 ? new ArticleNumber(key.Number.Number, 7) : new ArticleNumber(last + 1 + random.Next(60));
    }

    private ArticleKey? OtherLaw(ArticleKey key)
    {
        var others = _inForce[key.Number].Where(entry => entry.Key.Law != key.Law).ToList();
        return others.Count == 0 ? null : others[random.Next(others.Count)].Key;
    }

    /// <summary>What another article says that was not given: right in itself, and nothing that the citizen could check.</summary>
    private string OtherClaim(SampleAnswer sound)
    {
        var noted = index.Articles.Entries.Where(entry => entry is { Note: not null, NoteIsStale: false } && entry.IsInForce(day) && !sound.Given.Contains(entry.Key)).ToList();
        var near = noted.Where(entry => entry.Key.Law == sound.Given[0].Law).ToList();
        var from = near.Count > 5 ? near : noted;
        return Sentences.Of(from[random.Next(from.Count)].Note!.Gist).First();
    }

    private static SampleAnswer Insert(SampleAnswer sound, string kind, string planted, int place)
    {
        var parts = sound.Parts.ToList();
        parts.Insert(place % (parts.Count + 1), planted);
        return sound with { Text = string.Concat(parts), Planted = planted, Fault = kind };
    }
}
