using System.Buffers.Binary;
using System.Text;

namespace LegalService.Kiosk.Devices.IdCards.Serial;

/// <summary>
/// The text on a card's chip: 256 bytes, UTF-16 little-endian, each field of its own width, filled up with blanks. Three kinds of cards, told apart by one
/// letter: residents and residence permits share a layout as far as it matters here (GA 450-2013), foreigners' cards have two of their own (2017, 2023).
/// </summary>
internal static class CardText
{
    private const int TextBytes = 256;
    private const int KindAt = 248;
    private const string Foreign2017 = "I";
    private const string Foreign2023 = "Y";

    /// <summary>Takes the text out of the answer to <see cref="SamCommand.Read"/>: lengths of text and photo, text, photo. The photo is left where it is.</summary>
    /// <returns>Null when the answer holds no whole text.</returns>
    public static CardFields? Read(ReadOnlySpan<byte> answer)
    {
        const int LengthBytes = 2 * sizeof(ushort);
        if (answer.Length < LengthBytes + TextBytes || BinaryPrimitives.ReadUInt16BigEndian(answer) != TextBytes)
            return null;
        var text = answer.Slice(LengthBytes, TextBytes);
        return Field(text, KindAt, 2) switch
        {
            Foreign2017 => Foreign(Field(text, 158, 30), Field(text, 0, 120), Field(text, 122, 30)),
            Foreign2023 => Foreign(Field(text, 0, 30), Field(text, 52, 70), Field(text, 122, 36)),
            _ => new(
                Name: Field(text, 0, 30),
                Number: Field(text, 122, 36),
                Sex: Field(text, 30, 2) switch { "1" => "男", "2" => "女", _ => "" },
                Nation: Nations.Name(Field(text, 32, 4)),
                Birth: Field(text, 36, 16),
                Address: Field(text, 52, 70),
                Issuer: Field(text, 158, 30),
                From: Field(text, 188, 16),
                Until: Field(text, 204, 16)),
        };
    }

    private static CardFields Foreign(string chineseName, string latinName, string number) =>
        new(chineseName.Length > 0 ? chineseName : latinName, number, "", "", "", "", "", "", "");

    private static string Field(ReadOnlySpan<byte> text, int at, int bytes) => Encoding.Unicode.GetString(text.Slice(at, bytes)).TrimEnd(' ', '\0', '　');
}
