using LegalService.Casework.Dispatches;
using LegalService.Server.Staff.Shell;

namespace LegalService.Server.Staff.Orders;

/// <summary>How orders are called at the desk.</summary>
internal static class OrderWords
{
    public static string State(OrderLine line, DateTimeOffset now) => line.State switch
    {
        DispatchState.Offered => $"等答复，{StaffWords.Remaining(line.AnswerBy, now)}",
        DispatchState.Taken => "接了，正在办",
        DispatchState.Declined => $"没有接：{line.Reason}",
        DispatchState.Expired => "到时间没有答复",
        DispatchState.Done => "办完了",
        _ => "取消了",
    };
}
