namespace LegalService.Bot.Dialogue.Texts;

/// <summary><c>corpus/answers/dialogs.yaml</c> as it is written.</summary>
internal sealed class DialogFile
{
    public Dictionary<string, string> Texts { get; set; } = [];

    public Dictionary<string, string> Buttons { get; set; } = [];

    /// <summary>Regular expressions over a whole message.</summary>
    public Dictionary<string, List<string>> Commands { get; set; } = [];

    /// <summary>Regular expressions over a part of a message.</summary>
    public Dictionary<string, List<string>> Signs { get; set; } = [];

    /// <summary>Regular expressions with {field}.</summary>
    public List<string> Corrections { get; set; } = [];

    /// <summary>What stands between a field's name and its new answer.</summary>
    public string Connectors { get; set; } = "";

    /// <summary>Regular expressions with {service}, by what begins.</summary>
    public Dictionary<string, List<string>> Starts { get; set; } = [];

    /// <summary>Regular expressions in whose presence a service is asked about, and not for.</summary>
    public List<string> StartsUnless { get; set; } = [];

    /// <summary>What questions are called in everyday speech, by type.</summary>
    public Dictionary<string, List<string>> Fields { get; set; } = [];

    /// <summary>Regular expressions with a group "value", by type.</summary>
    public Dictionary<string, List<string>> Heard { get; set; } = [];

    /// <summary>Characters from which on a message can be a story.</summary>
    public int StoryFrom { get; set; }

    public string Days { get; set; } = "";

    public string AnyWeek { get; set; } = "";

    public string Mornings { get; set; } = "";

    public string Afternoons { get; set; } = "";

    public string Clock { get; set; } = "";

    public Dictionary<string, WayWords> Ways { get; set; } = [];

    public Dictionary<string, string> AppointmentStates { get; set; } = [];

    /// <summary>Times that are offered at once.</summary>
    public int MostTimes { get; set; }

    /// <summary>Days in which times are looked for.</summary>
    public int DaysAhead { get; set; }

    /// <summary>Wrong numbers and codes after which a look-up ends.</summary>
    public int MostTries { get; set; }
}

/// <summary>A way to meet, in words.</summary>
internal sealed class WayWords
{
    public string Name { get; set; } = "";

    public List<string> Words { get; set; } = [];
}
