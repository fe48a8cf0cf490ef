using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using LegalService.Interviews.Definitions;

namespace LegalService.Casework.Requests;

/// <summary>How requests are run. Settings under <c>Requests</c>.</summary>
public sealed class RequestOptions : IValidatableObject
{
    /// <summary>Wrong codes for one number before its lookup is locked.</summary>
    [Range(1, 100, ErrorMessage = "Requests:LookupTries 要在 1 到 100 之间")]
    public int LookupTries { get; set; } = 5;

    /// <summary>For how long it is locked, and how long a wrong code is remembered.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Requests:LookupLock 要在 10 秒到 1 天之间")]
    public TimeSpan LookupLock { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>For how long a clerk may take his last step back; so long the citizen is not told of it. Zero: never, and he is told at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "Requests:TakeBackWithin 要在 0 到 1 小时之间")]
    public TimeSpan TakeBackWithin { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Seconds between two rounds of background work.</summary>
    [Range(1, 3600, ErrorMessage = "Requests:RoundEverySeconds 要在 1 到 3600 之间")]
    public int RoundEverySeconds { get; set; } = 60;

    /// <summary>Seconds between two looks for what other clerks, other servers and citizens have changed, while somebody has the board open.</summary>
    [Range(1, 60, ErrorMessage = "Requests:WatchEverySeconds 要在 1 到 60 之间")]
    public int WatchEverySeconds { get; set; } = 2;

    /// <summary>The hour of day in Beijing at which reminders of deadlines in days are due.</summary>
    public TimeOnly RemindAt { get; set; } = new(9, 0);

    /// <summary>Within how many days the same person's same matter is taken for sent twice.</summary>
    [Range(1, 3650, ErrorMessage = "Requests:DuplicateDays 要在 1 到 3650 之间")]
    public int DuplicateDays { get; set; } = 90;

    /// <summary>
    /// Days after a refusal in which the citizen may object, where the service has no deadline of its own for it: as long as he may ask for reconsideration
    /// (行政复议法第二十条).
    /// </summary>
    [Range(1, 3650, ErrorMessage = "Requests:ObjectionDays 要在 1 到 3650 之间")]
    public int ObjectionDays { get; set; } = 60;

    /// <summary>Days after its end that a request is kept whose service is no longer offered.</summary>
    [Range(1, 36500, ErrorMessage = "Requests:RetentionDays 要在 1 到 36500 之间")]
    public int RetentionDays { get; set; } = 365;

    /// <summary>A language of the staff (as in <c>corpus/places</c>) -> the option by which citizens ask for it, in whatever question of a service.</summary>
    public IDictionary<string, string> LanguageOptions { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["mn"] = "mongolian", ["sign"] = "sign" };

    /// <summary>Matters (values of options) of which messages must say nothing.</summary>
    public IList<string> DiscreetMatters { get; } = ["violence", "family"];

    /// <summary>Rules of triage (notes) that say calling is not safe: then no message goes to the phone.</summary>
    public IList<string> UnsafePhoneRules { get; } = ["unsafePhone"];

    /// <summary>How and where to object to a refusal; said with every refusal.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Requests:HowToObject 没有写")]
    public string HowToObject { get; set; } =
        "如果不同意，可以凭编号和取件码在这里提出异议，也可以到县司法局当面提出。司法局收到后五日内审查答复（《法律援助法》第四十九条）。";

    /// <summary>Working days within which an office takes over what another one handed to it, where the service has no deadline of its own that starts with it.</summary>
    [Range(1, 60, ErrorMessage = "Requests:TakeOverDays 要在 1 到 60 之间")]
    public int TakeOverDays { get; set; } = 2;

    /// <summary>Whose rule <see cref="TakeOverDays"/> is.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Requests:TakeOverRule 没有写")]
    public string TakeOverRule { get; set; } = "法律没有规定，由县里定。";

    /// <summary>Where a request may be passed on to, each with what the citizen is told, which a clerk may change.</summary>
    public IList<Referral> Referrals { get; } =
    [
        new() { Name = "人民调解委员会", Why = "这件事适合先调解：调解不收费，达成的协议有法律约束力，双方还可以在三十日内一起到法院申请司法确认（《人民调解法》第四条、第三十一条、第三十三条）。" },
        new() { Name = "劳动争议仲裁委员会", Why = "劳动争议可以申请仲裁，对裁决不服的，除法律另有规定外，可以起诉（《劳动争议调解仲裁法》第五条）。申请仲裁的时效是一年（第二十七条）。" },
        new() { Name = "信访部门或有权处理的机关", Why = "这件事不属于本中心的职权范围，请向有权处理的机关提出（《信访工作条例》第二十三条）。" },
        new() { Name = "其他法律援助机构", Why = "这件事应当向有管辖权的法律援助机构申请（《法律援助法》第三十八条）。" },
        new() { Name = "其他单位" },
    ];

    /// <summary>What an event is called to the citizen, by its name.</summary>
    public IDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [CaseEvents.Received] = "我们收到了您的申请",
        [CaseEvents.Incomplete] = "请您补充材料",
        [CaseEvents.Supplemented] = "我们收到了您补充的材料",
        [CaseEvents.Accepted] = "您的申请通过了",
        [CaseEvents.Refused] = "您的申请没有通过",
        [CaseEvents.Assigned] = "已经安排人为您办理",
        [CaseEvents.StartedEarly] = "情况紧急，先为您办理，材料以后再补",
        [CaseEvents.Suspended] = "需要等候核实，暂时停一停",
        [CaseEvents.Resumed] = "继续为您办理",
        [CaseEvents.Transferred] = "已经转给负责的单位办理",
        [CaseEvents.Referred] = "转给另一个单位办理，等它接手",
        [CaseEvents.TakenOver] = "接手的单位开始办理",
        [CaseEvents.Returned] = "没有接手，退回原来的单位办理",
        [CaseEvents.Objected] = "我们收到了您的异议",
        [CaseEvents.ObjectionDecided] = "您的异议有了审查结果",
        [CaseEvents.Booked] = "约好了见面时间",
        [CaseEvents.Done] = "办完了",
        [CaseEvents.Withdrawn] = "申请已经撤回",
        [RequestMachine.Dispatched] = "已经派单，等接单的人答复",
        [RequestMachine.PaperAdded] = "我们收到了您交来的材料",
        [RequestMachine.LetterIssued] = "给您发出了文书",
        [RequestMachine.DocumentDrafted] = "您的文书核对好了，凭编号和取件码能下载",
        [RequestMachine.LetterRevoked] = "有一份文书发错了，已经作废",
        [RequestMachine.Corrected] = "已按您的要求更正信息",
    };

    /// <summary>What a state is called to the citizen, by its name.</summary>
    public IDictionary<string, string> StateWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(RequestState.Received)] = "已收到，等待审查",
        [nameof(RequestState.Incomplete)] = "等您补充材料",
        [nameof(RequestState.Supplemented)] = "材料已补，等待审查",
        [nameof(RequestState.Accepted)] = "已通过",
        [nameof(RequestState.Refused)] = "没有通过",
        [nameof(RequestState.Assigned)] = "正在办理",
        [nameof(RequestState.Objected)] = "异议审查中",
        [nameof(RequestState.RefusalUpheld)] = "异议审查后维持原决定",
        [nameof(RequestState.Transferred)] = "已转其他单位",
        [nameof(RequestState.Done)] = "已办结",
        [nameof(RequestState.Withdrawn)] = "已撤回",
    };

    /// <summary>The languages that somebody asks for with his answers.</summary>
    internal IEnumerable<string> LanguagesOf(IEnumerable<JsonElement> answers)
    {
        var chosen = answers.SelectMany(Chosen).ToHashSet(StringComparer.Ordinal);
        return LanguageOptions.Where(language => chosen.Contains(language.Value)).Select(language => language.Key);
    }

    private static IEnumerable<string> Chosen(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.String => [answer.GetString()!],
        JsonValueKind.Array => answer.EnumerateArray().SelectMany(Chosen),
        _ => [],
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var state in Enum.GetNames<RequestState>().Where(state => !StateWords.TryGetValue(state, out var words) || words.Length == 0))
            yield return new($"Requests:StateWords:{state} 没有写");
        foreach (var name in CaseEvents.All.Where(name => !Words.TryGetValue(name, out var words) || words.Length == 0))
            yield return new($"Requests:Words:{name} 没有写");
    }
}

/// <summary>Where a request may be passed on to.</summary>
public sealed record Referral
{
    /// <summary>What kind of office it is.</summary>
    public string Name { get; init; } = "";

    /// <summary>Why, with its articles; "" where the clerk must say it.</summary>
    public string Why { get; init; } = "";
}
