using LegalService.Casework.Pickups;
using LegalService.Interviews.Papers;
using LegalService.Server.Staff.Administration;

namespace LegalService.Server.Staff.Pickups;

/// <summary>What things are called on the page of the documents to fetch, and the slip that the citizen is given.</summary>
internal static class PickupWords
{
    public static string State(PickupState state) => state switch
    {
        PickupState.Unchecked => "等病毒检查",
        PickupState.Infected => "查出病毒，不能取",
        PickupState.Ready => "可以取",
        PickupState.Open => "正在自助机上取",
        PickupState.Collected => "已取走",
        PickupState.Withdrawn => "已撤回",
        _ => "过期没取",
    };

    public static string Event(string action) => action switch
    {
        "pickup.put" => "放好材料",
        "pickup.ready" => "检查通过，可以取",
        "pickup.infected" => "查出病毒",
        "pickup.slip" => "打印凭条",
        "pickup.opened" => "核对身份，开始取",
        "pickup.file" => "打印",
        "pickup.collected" => "取走",
        "pickup.released" => "没有打印出来，放回",
        "pickup.lapsed" => "没有回音，放回",
        "pickup.expired" => "过期",
        "pickup.withdrawn" => "撤回",
        "pickup.askedHasIt" => "问过本人：拿到了",
        "pickup.askedHasNot" => "问过本人：没有拿到",
        _ => action,
    };

    /// <summary>The citizen's slip, as a paper.</summary>
    public static IReadOnlyList<PaperLine> Slip(PickupSlip slip) => PaperText.Lines(
        $"""
        # 取件凭条
        | 材料：{slip.Title}（{slip.Pages} 页）
        | 收件人：{slip.Name}
        | 编号：{slip.Number}
        | 取件码：{slip.Code[..4]} {slip.Code[4..]}
        | 取件截止：{AdministrationWords.Moment(slip.ExpiresAt)}
        | 带本人身份证，在任何一台公共法律服务自助机上选“取文书”，刷身份证、输取件码就能打印。只能取一次，取件码不要给别人。
        | 取不了请打 12348。
        """);
}
