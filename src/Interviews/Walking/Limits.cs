using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;

namespace LegalService.Interviews.Walking;

/// <summary>Keeps hostile input away from everything that would have to read it.</summary>
internal static class Limits
{
    public static AnswerError? Fault(IForm form, Answers answers)
    {
        var limits = form.Limits;
        if (answers.Values.Count + answers.Former.Count > limits.MaxAnswers)
            return new("", "answers.tooMany", "提交的内容项目太多，系统没法接收。请回到填写页面，按问题一项一项填写。");
        var characters = answers.Values.Concat(answers.Former).Sum(item => (long)item.Key.Length + item.Value.GetRawText().Length);
        return characters > limits.MaxCharacters
            ? new("", "answers.tooLarge", "填写的文字太长，系统没法接收。请把经过写短一些，详细情况可以见面时再说。")
            : null;
    }
}
