namespace LegalService.Knowledge.Corpus;

/// <summary>What the bot says, and where it draws its lines: <c>corpus/answers</c>.</summary>
public sealed record AnswerTexts
{
    /// <summary>From <c>outcomes.yaml</c>.</summary>
    public required OutcomeTexts Outcomes { get; init; }

    /// <summary>From <c>danger.yaml</c>, most urgent first.</summary>
    public IReadOnlyList<DangerRule> Dangers { get; init; } = [];

    /// <summary>From <c>small-talk.yaml</c>.</summary>
    public IReadOnlyList<SmallTalkRule> SmallTalk { get; init; } = [];

    /// <summary>From <c>follow-ups.yaml</c>.</summary>
    public FollowUpRules FollowUps { get; init; } = new();

    /// <summary>From <c>intents.yaml</c>.</summary>
    public IntentRules Intents { get; init; } = new();

    /// <summary>From <c>hotlines.yaml</c>.</summary>
    public IReadOnlyList<Hotline> Hotlines { get; init; } = [];
}

/// <summary>Sentences and limits of the answers.</summary>
public sealed class OutcomeTexts
{
    /// <summary>One line under every legal answer: information, not a lawyer's opinion, and how to reach a person.</summary>
    public string Disclaimer { get; set; } = "";

    /// <summary>Most characters an answer has before its citations.</summary>
    public int MaxCharacters { get; set; } = 300;

    /// <summary>Most citations shown.</summary>
    public int MaxCitations { get; set; } = 4;

    /// <summary>Fewer characters than these (离婚, 物业) name a matter but ask nothing: a question is asked back. Punctuation is not counted.</summary>
    public int ShortestQuestion { get; set; }

    /// <summary>An answer is given from this confidence on (0 to 1).</summary>
    public double AnswerFrom { get; set; }

    /// <summary>From this confidence up to <see cref="AnswerFrom"/> one question is asked back; below it people are named (0 to 1).</summary>
    public double ClarifyFrom { get; set; }

    /// <summary>An FAQ entry answers from this likeness of the question to one of its ways of asking on (0 to 1).</summary>
    public double FaqFrom { get; set; }

    /// <summary>Sentences by key; <c>{law}</c>, <c>{article}</c>, <c>{count}</c> and the like are filled in.</summary>
    public Dictionary<string, string> Texts { get; set; } = [];

    /// <summary>Labels of services by id, for next steps.</summary>
    public Dictionary<string, string> Services { get; set; } = [];

    /// <summary>Ids of services whose buttons stand first for who asks what can be had here.</summary>
    public List<string> Help { get; set; } = [];

    /// <summary>Questions offered to who does not know how to begin.</summary>
    public List<string> Suggestions { get; set; } = [];

    /// <summary>A sentence with its places filled in.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such sentence; loading checks that every one is there.</exception>
    public string Text(string key, params (string Name, object Value)[] places) => places.Aggregate(
        Texts[key],
        (text, place) => text.Replace("{" + place.Name + "}", Convert.ToString(place.Value, System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
}

/// <summary>Words that tell of danger, and what to say first.</summary>
public sealed class DangerRule
{
    /// <summary>Stable id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Regular expressions over the normalised question; any one of them suffices.</summary>
    public List<string> Phrases { get; set; } = [];

    /// <summary>Regular expressions that tell that nobody is in danger; any one of them lifts the rule.</summary>
    public List<string> Unless { get; set; } = [];

    /// <summary>What is said first. Begins with the number to call.</summary>
    public string Text { get; set; } = "";

    /// <summary>Hotline numbers, most important first.</summary>
    public List<string> Phones { get; set; } = [];

    /// <summary>The articles that help in every such case, as 法律名 第几条.</summary>
    public List<string> Citations { get; set; } = [];
}

/// <summary>Messages that are no legal question, with a friendly way back.</summary>
public sealed class SmallTalkRule
{
    /// <summary>Stable id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Phrases; a message that holds one and is short enough matches.</summary>
    public List<string> Phrases { get; set; } = [];

    /// <summary>Most characters the message has, punctuation not counted.</summary>
    public int MaxLength { get; set; } = 10;

    /// <summary>True when it is a matter the service does not deal with (weather, lottery), not small talk.</summary>
    public bool NotLegal { get; set; }

    /// <summary>The reply.</summary>
    public string Text { get; set; } = "";
}

/// <summary>A public hotline.</summary>
public sealed class Hotline
{
    /// <summary>As dialled.</summary>
    public string Number { get; set; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>When to call it.</summary>
    public string When { get; set; } = "";

    /// <summary>Words of matters that it is for, joined by "|"; empty when it is never named by one.</summary>
    public string Words { get; set; } = "";
}
