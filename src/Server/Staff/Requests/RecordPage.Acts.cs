using LegalService.Casework.Requests;
using LegalService.Casework.Triage;
using LegalService.Interviews.Definitions;
using LegalService.Server.Staff.Access;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LegalService.Server.Staff.Requests;

/// <summary>What can be done with the request as it stands: the table of states decides, this file says how each is asked for.</summary>
public sealed partial class RecordPage
{
    private IEnumerable<ActButton> Acts
    {
        get
        {
            var can = _record!.Can.ToHashSet(StringComparer.Ordinal);
            ActButton[] all =
            [
                new(CaseEvents.Accepted, "受理", true, AcceptAsync),
                new(CaseEvents.Incomplete, "一次性告知补正", true, AskAsync),
                new(CaseEvents.StartedEarly, "先行援助", false, () => AssignAsync(isEarly: true)),
                new(CaseEvents.Refused, "不予受理", false, RefuseAsync),
                new(CaseEvents.ObjectionDecided, "决定异议", true, DecideObjectionAsync),
                new(CaseEvents.Assigned, _record.Assignee is null ? "指派" : "改派", _record.State == RequestState.Accepted, () => AssignAsync(isEarly: false)),
                new("dispatched", "派单", _record.State == RequestState.Accepted, DispatchAsync) { IsHidden = !Volunteers.GivesOut(_record.Service) },
                new(CaseEvents.Done, "办结", _record.State == RequestState.Assigned, FinishAsync),
                new(CaseEvents.Booked, "预约", false, AppointAsync),
                new(CaseEvents.TakenOver, "接手", true, TakeOverAsync) { IsHidden = !IsToAnswer },
                new(CaseEvents.Returned, "退回", false, ReturnAsync) { IsHidden = !IsToAnswer },
                new(CaseEvents.Referred, "转交本县其他单位", false, HandOnAsync) { IsHidden = _record.ReferredFrom is not null },
                new(CaseEvents.Transferred, "转出", false, ReferAsync),
                new(CaseEvents.Suspended, "暂停", false, SuspendAsync) { IsHidden = _record.IsSuspended },
                new(CaseEvents.Resumed, "恢复", true, ResumeAsync) { IsHidden = !_record.IsSuspended },
                new(CaseEvents.Withdrawn, "代申请人撤回", false, WithdrawAsync),
                new("handed", "交办", false, HandAsync),
                new("noted", "备注", false, NoteAsync),
            ];
            return all.Where(act => can.Contains(act.Event) && !act.IsHidden && _who!.May(StaffPolicies.Decide));
        }
    }

    private Task AcceptAsync() => AskWordsAsync("受理", "已受理，申请人会收到通知。", new()
    {
        { dialog => dialog.Act, (desk, action, _, cancellation) => desk.AcceptAsync(action, cancellation) },
        { dialog => dialog.Hint, "受理（决定给予）以后，要在期限内指派承办人。" },
        { dialog => dialog.MessageLabel, "对申请人说的话（可以不写）" },
        { dialog => dialog.SendLabel, "受理" },
    });

    private Task AskAsync() => ShowAsync<AskDialog>("一次性告知补正", "已告知申请人。", new DialogParameters<AskDialog>
    {
        { dialog => dialog.Items, [.. _record!.Findings.Where(finding => finding is { Kind: FindingKind.Completeness, Verdict: TriageVerdict.Missing or TriageVerdict.MayFollow }).Select(MissingOf)] },
    });

    private Task RefuseAsync() => ShowAsync<RefuseDialog>("不予受理", "已作出不予受理的决定，申请人会收到理由和异议的办法。", new DialogParameters<RefuseDialog>
    {
        {
            dialog => dialog.Reasons,
            [.. _record!.Findings.Where(finding => finding is { Kind: FindingKind.Eligibility or FindingKind.Jurisdiction, Basis.Count: > 0 } && IsAgainst(finding.Verdict))
                .Select(finding => new RefusalReason(finding.Reason, finding.Basis))]
        },
        { dialog => dialog.Laws, [.. (Definition?.Citations ?? []).Select(basis => basis.Law).Distinct(StringComparer.Ordinal)] },
        { dialog => dialog.HowToObject, Options.Value.HowToObject },
    });

    private Task DecideObjectionAsync() => AskWordsAsync("决定异议", "已作出决定，申请人会收到通知。", new()
    {
        { dialog => dialog.Act, (desk, action, choice, cancellation) => desk.DecideObjectionAsync(action, choice == "upheld", cancellation) },
        { dialog => dialog.Hint, "司法行政部门收到异议五日内审查（《法律援助法》第四十九条）。" },
        { dialog => dialog.Choices, [("granted", "责令改正：给予援助"), ("upheld", "维持原决定")] },
        { dialog => dialog.ChoicesLabel, "审查结果" },
        { dialog => dialog.MessageLabel, "理由" },
        { dialog => dialog.IsRequired, true },
    });

    private async Task AssignAsync(bool isEarly)
    {
        var urgent = _record!.Findings.FirstOrDefault(finding => finding is { Kind: FindingKind.Urgency, Verdict: TriageVerdict.Now });
        await ShowAsync<AssignDialog>(isEarly ? "先行援助" : "指派", isEarly ? "已开始先行援助。" : "已指派，申请人会收到通知。", new DialogParameters<AssignDialog>
        {
            { dialog => dialog.Suggestions, await Suggestions.SuggestAsync(_record, _closed.Token) },
            { dialog => dialog.IsEarly, isEarly },
            { dialog => dialog.Message, isEarly ? urgent?.Reason ?? "" : "" },
        });
    }

    private async Task DispatchAsync() => await AskWordsAsync("派单", "已派单，短信发给接单的人了。", new()
    {
        { dialog => dialog.Act, (_, action, volunteer, cancellation) => Orders.OfferAsync(action, volunteer, cancellation) },
        { dialog => dialog.Hint, $"接单的人 {Volunteers.Settings.AnswerHours} 小时内答复；不接或者没有答复，自动问下一位。他接单以后才看得到申请人的名字和电话。" },
        {
            dialog => dialog.Choices,
            [.. (await Orders.SuggestAsync(_record!.Number, _closed.Token)).Select(one => (one.Id, $"{one.Name}（{string.Join("；", one.Reasons)}）"))]
        },
        { dialog => dialog.ChoicesLabel, "派给谁（最合适的在前）" },
        { dialog => dialog.SendLabel, "派单" },
    });

    private Task FinishAsync() => AskWordsAsync("办结", "已办结。", new()
    {
        { dialog => dialog.Act, (desk, action, choice, cancellation) => desk.DoneAsync(action, choice.Length == 0 ? null : choice, cancellation) },
        { dialog => dialog.Choices, [.. (Definition?.Figures?.Outcomes ?? []).Select(outcome => (outcome.Id, outcome.Name))] },
        { dialog => dialog.ChoicesLabel, "办理结果" },
        { dialog => dialog.MessageLabel, "结果怎么样（申请人会看到）" },
        { dialog => dialog.IsRequired, true },
    });

    private async Task AppointAsync()
    {
        var shown = await dialogs.ShowAsync<AppointDialog>("预约见面时间", new DialogParameters<AppointDialog>
        {
            { dialog => dialog.Number, _record!.Number },
            { dialog => dialog.Service, _record.Service },
            { dialog => dialog.Name, AnswerOf(FieldRole.ApplicantName) },
            { dialog => dialog.Phone, AnswerOf(FieldRole.ApplicantPhone) },
        });
        if (await shown.Result is not { Canceled: false })
            return;
        snackbar.Add("约好了。", Severity.Success);
        await LoadAsync();
    }

    private Task ReferAsync() => ShowAsync<ReferDialog>("转出", "已转出，申请人会收到通知。", []);

    private Task SuspendAsync() => AskWordsAsync("暂停", "已暂停，期限不再计算。", new()
    {
        { dialog => dialog.Act, (desk, action, _, cancellation) => desk.SuspendAsync(action, cancellation) },
        { dialog => dialog.Hint, "只有办不下去的外部原因（如等候核查、不可抗力）才能暂停。" },
        { dialog => dialog.MessageLabel, "什么原因（申请人会看到）" },
        { dialog => dialog.IsRequired, true },
    });

    private Task ResumeAsync() => DoAsync(new RecordAct((desk, action, cancellation) => desk.ResumeAsync(action, cancellation)), "已恢复办理。");

    private Task WithdrawAsync() => AskWordsAsync("代申请人撤回", "已撤回。", new()
    {
        { dialog => dialog.Act, (desk, action, _, cancellation) => desk.ForCitizenAsync(action, CaseEvents.Withdrawn, cancellation) },
        { dialog => dialog.Hint, "申请人在窗口或电话里说要撤回。请先核对是不是本人。" },
        { dialog => dialog.MessageLabel, "申请人怎么说的" },
        { dialog => dialog.IsRequired, true },
    });

    private Task HandAsync() => ShowAsync<HandDialog>("交办", "已交办。", new DialogParameters<HandDialog>
    {
        { dialog => dialog.Members, [.. _members.Where(member => member.DisabledAt is null && member.Profile.Roles.Intersect(StaffPolicies.Roles[StaffPolicies.Decide], StringComparer.Ordinal).Any())] },
        { dialog => dialog.Clerk, _record!.Clerk ?? "" },
    });

    /// <summary>Whether another office handed it on to the clerk's own, which has not answered.</summary>
    private bool IsToAnswer => _record is { ReferredFrom: not null } record && (_who!.Office is null || _who.Office == record.Office);

    private Task HandOnAsync() => AskWordsAsync("转交本县其他单位", "已转交，申请人会收到通知。", new()
    {
        { dialog => dialog.Act, (_, action, office, cancellation) => referrals.ReferAsync(action, office, cancellation) },
        { dialog => dialog.Hint, "办件连同经过一起转过去，还用原来的编号。对方要在期限内接手或者退回，各单位的期限分开算。" },
        { dialog => dialog.Choices, [.. Places.Offices.Where(office => office.Id != _record!.Office).Select(office => (office.Id, office.Name))] },
        { dialog => dialog.ChoicesLabel, "转给谁" },
        { dialog => dialog.MessageLabel, "为什么转、申请人接下来怎么办" },
        { dialog => dialog.IsRequired, true },
        { dialog => dialog.SendLabel, "转交" },
    });

    private Task TakeOverAsync() => DoAsync(new RecordAct((_, action, cancellation) => referrals.TakeOverAsync(action, cancellation)), "已接手，申请人会收到通知。");

    private Task ReturnAsync() => AskWordsAsync("退回", "已退回原单位，申请人会收到通知。", new()
    {
        { dialog => dialog.Act, (_, action, _, cancellation) => referrals.ReturnAsync(action, cancellation) },
        { dialog => dialog.MessageLabel, "为什么不能接手" },
        { dialog => dialog.IsRequired, true },
        { dialog => dialog.SendLabel, "退回" },
    });

    private Task NoteAsync() => AskWordsAsync("备注", "已记下备注。", new()
    {
        { dialog => dialog.Act, (desk, action, _, cancellation) => desk.NoteAsync(action with { Note = action.Message, Message = null }, cancellation) },
        { dialog => dialog.MessageLabel, "备注（只有工作人员看得到）" },
        { dialog => dialog.IsRequired, true },
        { dialog => dialog.IsTold, false },
        { dialog => dialog.HasNote, false },
    });

    private Task AskWordsAsync(string title, string done, DialogParameters<WordsDialog> parameters) => ShowAsync<WordsDialog>(title, done, parameters);

    private async Task ShowAsync<TDialog>(string title, string done, DialogParameters parameters)
        where TDialog : IComponent
    {
        var shown = await dialogs.ShowAsync<TDialog>(title, parameters);
        if (await shown.Result is { Canceled: false, Data: RecordAct act })
            await DoAsync(act, done);
    }

    private AskedItem MissingOf(Finding finding)
    {
        var material = Definition?.Guide.Materials.FirstOrDefault(material => finding.Rule == $"material/{material.Id}");
        return material is null ? new AskedItem(finding.Reason) : new AskedItem(material.Help is { } help ? $"{material.Name}。{help}" : material.Name, material.Field ?? material.Id);
    }

    private string AnswerOf(FieldRole role) => Definition?.FieldOf(role) is { } field && _record?.Answers?.GetValueOrDefault(field.Id) is { ValueKind: System.Text.Json.JsonValueKind.String } text
        ? text.GetString()!
        : "";

    private static bool IsAgainst(TriageVerdict verdict) => verdict is not (TriageVerdict.Meets or TriageVerdict.MeetsWithoutCheck or TriageVerdict.Here or TriageVerdict.Attention);

    private sealed record ActButton(string Event, string Label, bool IsMain, Func<Task> OpenAsync)
    {
        public bool IsHidden { get; init; }
    }
}
