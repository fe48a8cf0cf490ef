namespace LegalService.Casework.Appointments;

/// <summary>What can go wrong, in words a citizen can act on.</summary>
internal static class AppointmentFailures
{
    /// <summary>For a wrong code and for an unknown id alike: who has only one of them learns nothing.</summary>
    public static Failure NotFound => new("appointment.notFound", "没有找到这个预约，请核对预约号和取件码");

    public static Failure NeedsRequest => new("appointment.needsRequest", "这个服务要先提交申请，再用办件编号预约");

    public static Failure Over => new("appointment.over", "这个预约已经取消或者已经过了，不能再改；需要的话请另约一个时间");

    public static Failure Underway => new("appointment.underway", "这个预约还没有办，姓名和电话暂时不能删除。不来了请先取消预约");

    public static Failure HoldExpired => new("hold.expired", "保留的时间到了，这个时间已经放出来，请重新选一个");

    /// <summary>The slot's id is not one, or hours and diary no longer offer it.</summary>
    public static Failure NotOffered => new("slot.notOffered", "这个时间不接受预约了，请另选一个");

    public static Failure Taken => new("slot.taken", "这个时间刚刚被别人约走了，请另选一个");
}
