using System.Buffers.Binary;
using System.Text;

namespace LegalService.CardReader;

/// <summary>A card that can be laid on the simulated reader.</summary>
/// <param name="Name">What it is called at the console.</param>
/// <param name="Text">The 256 bytes on its chip.</param>
/// <param name="Fault">Status with which the module fails to read it; null when it is sound.</param>
internal sealed record SampleCard(string Name, byte[] Text, byte? Fault = null)
{
    private const int TextBytes = 256;
    private const int PhotoBytes = 1024;

    /// <summary>Everybody on them is made up.</summary>
    public static IReadOnlyList<SampleCard> All { get; } =
    [
        Resident("good", "巴特尔", "1", "02", "152501196103150016", "19610315", "示例县白音苏木查干嘎查12号", "示例县公安局", "20150601", "长期"),
        Resident("other", "王秀英", "2", "01", "152501198811020027", "19881102", "示例县城关镇和平街3号楼2单元501室", "示例县公安局", "20190812", "20390812"),
        Resident("expired", "李建国", "1", "01", "152501197507080039", "19750708", "示例县城关镇新华路8号", "示例县公安局", "20000101", "20200101"),
        // The check digit is that of another number, as when a byte of the chip went wrong.
        Resident("corrupt", "巴特尔", "1", "02", "152501196103150014", "19610315", "示例县白音苏木查干嘎查12号", "示例县公安局", "20150601", "长期"),
        // Half of one card and half of another.
        Resident("mixed", "王秀英", "2", "01", "152501196103150016", "19881102", "示例县城关镇和平街3号楼2单元501室", "示例县公安局", "20190812", "20390812"),
        Resident("damaged", "巴特尔", "1", "02", "152501196103150016", "19610315", "示例县白音苏木查干嘎查12号", "示例县公安局", "20150601", "长期") with { Fault = 0x33 },
        new("bus", new byte[TextBytes], Fault: 0x40),
        Foreign2017("foreign", "JOHN SMITH", "史密斯", "USA150080010101"),
        Foreign2023("foreign2023", "", "MARIA GARCIA", "911124198108030024"),
        // Residence permits for people from Hong Kong, Macao and Taiwan have the residents' layout, no nation, and a letter at the end.
        Resident("taiwan", "林美玲", "2", "", "830000199003040020", "19900304", "示例县城关镇和平街1号", "示例县公安局", "20220101", "20270101", kind: "J"),
    ];

    /// <summary>What the module sends for it: lengths, text, photo.</summary>
    public byte[] Answer()
    {
        var answer = new byte[4 + TextBytes + PhotoBytes];
        BinaryPrimitives.WriteUInt16BigEndian(answer, TextBytes);
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(2), PhotoBytes);
        Text.CopyTo(answer, 4);
        return answer;
    }

    /// <summary>A field of the text, without the blanks behind it.</summary>
    public string Field(int at, int bytes) => Encoding.Unicode.GetString(Text, at, bytes).TrimEnd();

    private static SampleCard Resident(
        string card, string name, string sex, string nation, string number, string birth, string address, string issuer, string from, string until, string kind = "") =>
        new(card, Laid((0, name), (30, sex), (32, nation), (36, birth), (52, address), (122, number), (158, issuer), (188, from), (204, until), (248, kind)));

    private static SampleCard Foreign2017(string card, string latinName, string chineseName, string number) =>
        new(card, Laid((0, latinName), (120, "1"), (122, number), (152, "USA"), (158, chineseName), (188, "20180101"), (204, "20280101"), (220, "19800101"), (248, "I")));

    private static SampleCard Foreign2023(string card, string chineseName, string latinName, string number) =>
        new(card, Laid((0, chineseName), (30, "2"), (32, "01"), (36, "19810803"), (52, latinName), (122, number), (188, "20240101"), (204, "20340101"), (248, "Y")));

    private static byte[] Laid(params ReadOnlySpan<(int At, string Value)> fields)
    {
        var text = Encoding.Unicode.GetBytes(new string(' ', TextBytes / 2));
        foreach (var (at, value) in fields)
            Encoding.Unicode.GetBytes(value).CopyTo(text, at);
        return text;
    }
}
