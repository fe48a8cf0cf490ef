using System.Text.RegularExpressions;
using LegalService.Bot.Conversations;
using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Tests.Support;
using LegalService.Interviews;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Walking;

namespace LegalService.Bot.Tests.Dialogue.Forms;

/// <summary>Answers a form and does all else that people do meanwhile; sees to it that what it answered is still there.</summary>
internal sealed partial class RandomCitizen(BotHost host, string begin, int seed)
{
    private static readonly string[] Aside = ["上一题", "改一项", "不改", "什么意思", "再说一遍", "邻居把水渠堵了怎么办？", "？？", "我填了什么", "谢谢", "你好", "等会再填", "不填了", "接着填"];

    private readonly Talker _talker = new(host);
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _answered = new(StringComparer.Ordinal);

    public Task<string> SayAsync(string text) => _talker.SayAsync(text);

    /// <summary>Answers and does other things, in any order.</summary>
    public async Task WanderAsync(int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            if (_random.Next(3) > 0 && State() is { Stage: FormStage.Asking })
                await AnswerAsync();
            else
                await SayAsync(Aside[_random.Next(Aside.Length)]);
            await CheckAsync();
        }
    }

    /// <summary>Answers what is left. Gives the lines of the review.</summary>
    public async Task<IReadOnlyList<string>> FinishAsync()
    {
        for (var turn = 0; turn < 80; turn++)
        {
            // A form without an answer is not kept for who stops.
            if (State() is not { } state)
                await SayAsync(Kept() is null ? begin : "接着填");
            else if (state.Stage != FormStage.Asking)
                await SayAsync("接着填");
            else if (state.Editing is not null)
                await SayAsync("不改");
            else if (Question() is null)
                return await ReviewAsync();
            else
                await AnswerAsync();
            await CheckAsync();
        }

        throw new InvalidOperationException("The form does not end");
    }

    /// <summary>Number and code as the receipt has them.</summary>
    public static (string Number, string Code) ReceiptIn(string said)
    {
        var match = Receipt().Match(said);
        Assert.True(match.Success, said);
        return (match.Groups["number"].Value, match.Groups["code"].Value);
    }

    private async Task<IReadOnlyList<string>> ReviewAsync()
    {
        // Asked for once more, so that it is what stands last before the yes.
        var said = await SayAsync("再说一遍");
        var lines = said.Split('\n');
        return lines[(Array.FindIndex(lines, line => line.Contains("请看一遍", StringComparison.Ordinal)) + 1)..Array.FindIndex(lines, line => line.Contains("对的话说", StringComparison.Ordinal))];
    }

    private async Task AnswerAsync()
    {
        if (State() is not { } state || Question() is not { } question)
            return;
        var before = state.Answers;
        await SayAsync(Answer(question));
        if (State() is { } after && after.Answers.Get(question.Id) is { } value && !ReferenceEquals(before, after.Answers))
            _answered[question.Id] = value.GetRawText();
    }

    /// <summary>Every answer that was taken is still what it was, in the form or put aside with it.</summary>
    private Task CheckAsync()
    {
        var kept = State() ?? Kept();
        foreach (var (field, value) in _answered)
            Assert.Equal(value, kept?.Answers.Get(field)?.GetRawText());
        return Task.CompletedTask;
    }

    private FormState? State() => ConversationMemory.Read(_talker.Memory).Dialog is { Id: InterviewDialog.Name } active ? FormState.Read(active.State) : null;

    private FormState? Kept() => ConversationMemory.Read(_talker.Memory).Aside is [.., var aside] ? FormState.Read(aside.Dialog.State) : null;

    private Question? Question()
    {
        var state = State()!;
        var definition = host.Get<ServiceCatalog>().Find(state.Service)!;
        return Form.Of(definition, state, new DateOnly(2026, 11, 25)).Question;
    }

    private string Answer(Question question) => question.Type switch
    {
        FieldType.Choice => question.Options[_random.Next(question.Options.Count)].Label,
        FieldType.Choices => $"{_random.Next(question.Options.Count) + 1}",
        // A consent is refused now and then, and asked for again.
        FieldType.YesNo => _random.Next(4) == 0 ? "否" : "是",
        FieldType.Date => "2026年12月30日",
        FieldType.Money => $"{_random.Next(1, 90_000)}",
        FieldType.Phone => $"139{_random.Next(100_000_000):00000000}",
        FieldType.IdNumber => _random.Next(2) == 0 ? "152223196001010018" : "152223196001010014",
        FieldType.Name => _random.Next(2) == 0 ? "巴特尔" : "乌云其木格",
        FieldType.Address => "示例县示例北苏木示例嘎查",
        FieldType.File => "跳过",
        FieldType.LongText => "老板欠我三个月的钱一直没有给，电话也打不通。",
        _ => "示例县",
    };

    [GeneratedRegex("编号：(?<number>R[0-9-]+)\n取件码：(?<code>[0-9A-Z]{8})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Receipt();
}
