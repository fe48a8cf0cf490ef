namespace LegalService.Casework.Dispatches;

/// <summary>What can go wrong with orders, in words for who reads them.</summary>
internal static class OrderFailures
{
    /// <summary>The same whether the number or the code is wrong, or the order went to somebody else.</summary>
    public static readonly Failure NotFound = new("order.notFound", "编号或接单码不对，或者这一单已经给了别人。请看最近一条短信，或者打 12348。");

    public static readonly Failure State = new("order.state", "这一单现在不能这样办，可能已经过期、接过或者办完了。");

    public static readonly Failure Reason = new("order.reason", "请选一个原因。");

    public static readonly Failure Volunteer = new("order.volunteer", "没有这个人，或者他不接这项服务的单。请重新选。");

    public static readonly Failure NotGivenOut = new("order.service", "这项服务不派单。");

    public static readonly Failure Open = new("order.open", "已经派出去一单，等对方答复或者过期以后才能再派。");
}
