namespace LegalService.Knowledge.Corpus;

/// <summary>Checks <c>answers/intents.yaml</c>.</summary>
internal static class IntentRulesReader
{
    public const string Name = "intents.yaml";

    private static readonly string[] RequiredTexts =
    [
        "personWaiting", "personNext", "personClosed", "personClosedUnknown", "personCancelled", "personAway", "personTaken", "personBack", "personClosedByClerk", "personMissed",
        "callbackAsk", "callbackWrong", "callbackDone", "callbackOff", "placesNear", "placesNamed", "placesAll", "placesNone", "placesMore", "hotlinesAll", "hotlinesMatch", "help",
        "forgetAsk", "forgetDone", "forgetKept", "unhelpful", "noneOfThese", "partOf", "partsLeft",
    ];

    private static readonly string[] RequiredButtons = ["person", "callback", "callbackOff", "forgetYes", "forgetNo", "places", "hotlines"];

    /// <exception cref="InvalidDataException">Something is missing or cannot be used.</exception>
    public static IntentRules Read(IntentRules rules)
    {
        foreach (var key in RequiredTexts.Where(key => !rules.Texts.ContainsKey(key)))
            throw new InvalidDataException($"answers/{Name}: texts.{key} 没有写");
        foreach (var key in RequiredButtons.Where(key => !rules.Buttons.ContainsKey(key)))
            throw new InvalidDataException($"answers/{Name}: buttons.{key} 没有写");
        foreach (var rule in rules.Rules)
            Check(rule);
        foreach (var id in IntentIds.All.Where(id => rules.Rules.TrueForAll(rule => rule.Id != id)))
            throw new InvalidDataException($"answers/{Name}: rules 里没有 {id}");
        AnswerTextsReader.CheckPattern($"{Name}: placeWords 的", rules.PlaceWords);
        var several = rules.Several;
        if (several.Most < 1 || several.Shortest < 1)
            throw new InvalidDataException($"answers/{Name}: several.most 和 several.shortest 至少是 1");
        foreach (var pattern in new[] { several.Numbered, several.Joints, several.Asks, several.Same })
            AnswerTextsReader.CheckPattern($"{Name}: several 的", pattern);
        return rules;
    }

    private static void Check(IntentRule rule)
    {
        if (!IntentIds.All.Contains(rule.Id, StringComparer.Ordinal))
            throw new InvalidDataException($"answers/{Name}: 没有叫 {rule.Id} 的事");
        if (rule.MaxLength < 1)
            throw new InvalidDataException($"answers/{Name}: {rule.Id} 的 maxLength 至少是 1");
        foreach (var pattern in rule.Phrases.Concat(rule.Unless))
            AnswerTextsReader.CheckPattern($"{Name}: {rule.Id} 的", pattern);
    }
}
