namespace LegalService.Casework.Matters;

/// <summary>What can go wrong at the door, in words that give nothing away.</summary>
internal static class MatterFailures
{
    public static Failure Phone { get; } = new("phone.invalid", "请写 11 位手机号。座机收不到短信，可以用编号和取件码来查。");

    /// <summary>The same for a wrong code, an old one, one that was used, and a phone that nothing belongs to.</summary>
    public static Failure WrongCode { get; } = new("code.wrong", "验证码不对，或者已经过期。请再看一下短信，或者重新要一个。");

    public static Failure TooMany { get; } = new("code.tooMany", "要验证码的次数太多，请过一会儿再试。着急的话用编号和取件码来查，或者打 12348。");

    public static Failure OldLink { get; } = new("link.old", "这个链接已经用过，或者过期了。请回到对话里再要一个。");

    /// <summary>The same for a wrong code and a wrong identity number.</summary>
    public static Failure NotProven { get; } = new("proof.wrong", "取件码或者身份证号不对，请再看看。都没有的话，请带身份证到窗口，或者打 12348。");

    /// <summary>More must be shown than the phone.</summary>
    public static Failure Closed { get; } = new("my.closed", "这里面有个人信息，请先输入这件事的取件码或者身份证号。");
}
