namespace LegalService.Knowledge.Corpus;

/// <summary>What citizens may want beside an answer, how it is heard, and what is said to it: <c>corpus/answers/intents.yaml</c>.</summary>
public sealed class IntentRules
{
    /// <summary>The first that fits counts.</summary>
    public List<IntentRule> Rules { get; set; } = [];

    /// <summary>A regular expression for the words of a message about service points that name no place.</summary>
    public string PlaceWords { get; set; } = "";

    /// <summary>How several questions in one message are told apart.</summary>
    public SeveralRules Several { get; set; } = new();

    /// <summary>Sentences by key; <c>{ahead}</c>, <c>{opens}</c> and the like are filled in.</summary>
    public Dictionary<string, string> Texts { get; set; } = [];

    /// <summary>What buttons say, by key.</summary>
    public Dictionary<string, string> Buttons { get; set; } = [];

    /// <summary>A sentence with its places filled in.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such sentence; loading checks that every one is there.</exception>
    public string Text(string key, params (string Name, object Value)[] places) => places.Aggregate(
        Texts[key],
        (text, place) => text.Replace("{" + place.Name + "}", Convert.ToString(place.Value, System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
}

/// <summary>Something a citizen may want, and how it is heard.</summary>
public sealed class IntentRule
{
    /// <summary>Stable id; see <see cref="IntentIds"/>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Regular expressions over the normalised message without punctuation; any one of them suffices.</summary>
    public List<string> Phrases { get; set; } = [];

    /// <summary>Regular expressions that lift the rule.</summary>
    public List<string> Unless { get; set; } = [];

    /// <summary>Most characters the message has, punctuation not counted.</summary>
    public int MaxLength { get; set; }
}

/// <summary>Ids of what citizens may want.</summary>
public static class IntentIds
{
    /// <summary>What was said here is to be removed.</summary>
    public const string Forget = "forget";

    /// <summary>No person is wanted any more.</summary>
    public const string CancelPerson = "cancelPerson";

    /// <summary>A person is wanted.</summary>
    public const string Person = "person";

    /// <summary>A call is wanted.</summary>
    public const string Callback = "callback";

    /// <summary>Where the service points are.</summary>
    public const string Places = "places";

    /// <summary>Which number is for what.</summary>
    public const string Hotlines = "hotlines";

    /// <summary>What can be had here.</summary>
    public const string Help = "help";

    /// <summary>The last answer was of no use.</summary>
    public const string Unhelpful = "unhelpful";

    /// <summary>None of the choices that were offered.</summary>
    public const string NoneOfThese = "noneOfThese";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Forget, CancelPerson, Person, Callback, Places, Hotlines, Help, Unhelpful, NoneOfThese];
}

/// <summary>How several questions in one message are told apart. Patterns are regular expressions.</summary>
public sealed class SeveralRules
{
    /// <summary>Most questions that are answered at once.</summary>
    public int Most { get; set; }

    /// <summary>A part of fewer characters is none of its own.</summary>
    public int Shortest { get; set; }

    /// <summary>Marks of a list: 1. 2. 一、 第二.</summary>
    public string Numbered { get; set; } = "";

    /// <summary>Where one question ends and the next may begin.</summary>
    public string Joints { get; set; } = "";

    /// <summary>Words that ask.</summary>
    public string Asks { get; set; } = "";

    /// <summary>A part that only asks what is to be done about the part before.</summary>
    public string Same { get; set; } = "";
}
