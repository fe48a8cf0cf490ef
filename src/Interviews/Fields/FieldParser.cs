using System.Text.Json;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Parsing;
using static LegalService.Interviews.Fields.AnswerChecker;

namespace LegalService.Interviews.Fields;

/// <summary>Reads what a citizen writes in a chat: 三千五, 明天, 13800138000, full-width digits, the number or the words of an option.</summary>
public static class FieldParser
{
    private const int MaxText = 5000;

    private static readonly HashSet<string> UnknownWords = new(
        ["不知道", "不清楚", "不记得", "记不得", "不记得了", "记不清", "记不清了", "忘了", "忘记了", "说不清", "说不准", "不晓得", "不确定", "不懂", "不知道啊", "我不知道"], StringComparer.Ordinal);

    private static readonly HashSet<string> SkipWords = new(["跳过", "不填", "不填了", "略过", "略", "下一个", "下一题", "先不填", "不想填", "不说了"], StringComparer.Ordinal);
    private static readonly HashSet<string> NothingWords = new(["没有", "无", "没", "没有了", "暂无"], StringComparer.Ordinal);

    private static readonly HashSet<string> YesWords = new(
        ["是", "是的", "对", "对的", "有", "有的", "嗯", "嗯嗯", "好", "好的", "行", "可以", "同意", "要", "需要", "愿意", "yes", "y", "ok", "1", "是啊", "对啊", "没错", "当然", "在", "已经", "会"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> NoWords = new(
        ["否", "不是", "不是的", "不对", "没有", "没", "无", "不", "不行", "不可以", "不同意", "不要", "不需要", "不用", "不愿意", "no", "n", "2", "没有的", "还没", "还没有", "不在", "不会"],
        StringComparer.Ordinal);

    /// <summary>Reads a text as an answer to a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">As typed or spoken.</param>
    /// <param name="today">What 明天 counts from.</param>
    /// <param name="offered">The options as they were shown, for their numbers; null: all of the field.</param>
    /// <returns>The answer as the API carries it, or what is wrong in words for the citizen.</returns>
    public static ParsedAnswer Parse(FieldDefinition field, string text, DateOnly today, IReadOnlyList<Option>? offered = null)
    {
        if (text.Length > MaxText)
            return Fault(field, "answer.tooLong", $"写得太长了，一次最多 {MaxText} 个字，请写短一些。");
        offered ??= field.Options;
        var said = ChoiceText.Plain(text);
        if (field.AllowUnknown && (UnknownWords.Contains(said) || said == ChoiceText.Plain(field.UnknownLabel!)))
            return new(AnswerJson.Unknown, null);
        if (!field.Required && (SkipWords.Contains(said) || (field.Type is not (FieldType.YesNo or FieldType.Choice or FieldType.Choices) && NothingWords.Contains(said))))
            return new(AnswerJson.Skipped, null);
        if (said.Length == 0 && field.Type is not (FieldType.Text or FieldType.LongText))
            return Fault(field, "answer.required", Messages.Required(field));
        var read = Read(field, text, said, today, offered);
        if (read.Value is not { } value)
            return read;
        var check = Check(field, offered, value, today);
        return new(check.Value, check.Error);
    }

    private static ParsedAnswer Read(FieldDefinition field, string text, string said, DateOnly today, IReadOnlyList<Option> offered)
    {
        switch (field.Type)
        {
            case FieldType.Choice:
                return One(field, offered, text);
            case FieldType.Choices:
                return Several(field, offered, text);
            case FieldType.YesNo:
                return YesWords.Contains(said) ? new(AnswerJson.Of(true), null)
                    : NoWords.Contains(said) ? new(AnswerJson.Of(false), null)
                    : Fault(field, "yesNo.format", "没听明白，请答“是”或者“否”。");
            case FieldType.Date:
                var lean = field.Rules.ToDays <= 0 ? -1 : field.Rules.FromDays >= 0 ? 1 : 0;
                return DateText.Parse(Typed.HalfWidth(text), today, lean, out var day) switch
                {
                    "" => new(AnswerJson.Of(day), null),
                    "date.lunar" => Fault(field, "date.lunar", "请写公历（阳历）的日期，比如 2026年3月5日。"),
                    "date.noSuchDay" => Fault(field, "date.noSuchDay", "日历上没有这一天，请再看看，比如 2026年3月5日。"),
                    _ => Fault(field, "date.format", "没看懂日期，请写成年月日，比如 2026年3月5日。"),
                };
            case FieldType.Money:
                return MoneyText.TryParse(Typed.HalfWidth(text), out var yuan) ? new(AnswerJson.Of(yuan), null)
                    : Fault(field, "money.format", "没看懂金额，请只写数字，比如 3500。");
            case FieldType.Number:
                return NumberText.TryParse(Typed.HalfWidth(text), field.Rules.Unit, out var number) ? new(AnswerJson.Of(number), null)
                    : Fault(field, "number.format", Messages.NumberForm(field.Rules));
            case FieldType.Address:
                return new(AddressText.Parse(text).ToJson(), null);
            case FieldType.File:
                return Fault(field, "file.format", "请点上传按钮，选照片或者文件。");
            case FieldType.Name:
                return new(AnswerJson.Of(Lead(text, "我叫", "我是", "他叫", "她叫", "叫", "姓名", "名字是", "：", ":")), null);
            case FieldType.Phone:
                return new(AnswerJson.Of(Lead(text, "我的", "电话", "手机", "号码", "号", "是", "：", ":")), null);
            case FieldType.IdNumber:
                return new(AnswerJson.Of(Lead(text, "我的", "身份证", "号码", "号", "是", "：", ":")), null);
            default:
                return new(AnswerJson.Of(text), null);
        }
    }

    private static ParsedAnswer One(FieldDefinition field, IReadOnlyList<Option> offered, string text)
    {
        var matches = ChoiceText.Matches(offered, text);
        return matches.Count == 1 ? new(AnswerJson.Of(matches[0].Value), null) : Unclear(field, offered, matches);
    }

    private static ParsedAnswer Several(FieldDefinition field, IReadOnlyList<Option> offered, string text)
    {
        if (ChoiceText.MeansAll(text))
            return new(AnswerJson.Of(offered.Where(option => !option.Alone).Select(option => option.Value)), null);
        if (ChoiceText.Matches(offered, text) is [var only])
            return new(AnswerJson.Of([only.Value]), null);
        var chosen = new List<string>();
        foreach (var part in ChoiceText.Split(text))
        {
            var matches = ChoiceText.Matches(offered, part);
            if (matches.Count != 1)
                return Unclear(field, offered, matches);
            chosen.Add(matches[0].Value);
        }
        return new(AnswerJson.Of(chosen), null);
    }

    private static ParsedAnswer Unclear(FieldDefinition field, IReadOnlyList<Option> offered, IReadOnlyList<Option> matches) => matches.Count > 1
        ? Fault(field, "choice.ambiguous", $"您说的是哪一个：{string.Join("，", matches.Select(option => option.Label))}？请写前面的数字。")
        : Fault(field, "choice.unknown", $"没找到这个选项。请写数字来选：{string.Join("，", offered.Select((option, i) => $"{i + 1} {option.Label}"))}。");

    /// <summary>Without the words that lead up to the answer.</summary>
    private static string Lead(string text, params ReadOnlySpan<string> words)
    {
        var rest = text.Trim().TrimEnd('。', '，', ',');
        foreach (var word in words)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal) && rest.Length > word.Length + 1)
                rest = rest[word.Length..].Trim();
        }
        return rest;
    }

    private static ParsedAnswer Fault(FieldDefinition field, string code, string message) => new(null, new(field.Id, code, message));
}

/// <summary>What a text means as an answer. One of the two is null.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Error">What is wrong.</param>
public sealed record ParsedAnswer(JsonElement? Value, AnswerError? Error);
