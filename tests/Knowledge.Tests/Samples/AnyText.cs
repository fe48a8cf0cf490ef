using FsCheck;
using FsCheck.Fluent;

namespace LegalService.Knowledge.Tests.Samples;

/// <summary>Texts of any script and none, as a generator.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "水井法", "《水井法》", "《", "》", "《》", "井规", "第四条", "第四条之一", "第99999条", "第零条", "4", "第", "条", "之", "之一", "《三十条规定》", "款",
        "公用的井被填了", "娃娃", "泔水", "打我", "你好", "1+1等于几", "怎么赔", "三十日", "500元", "百分之", "半年", "第一千零七十九条", "一二三四五六七八九十百千万",
        "title:井 AND *", "+-&&||!(){}[]^\"~*?:\\/", "text:[* TO *]", "井~0.8 OR 水^4", "' OR 1=1 --", "<script>alert(1)</script>", "{question}{law}",
        "\0", "\u0001", "\u007F", "\u0085", "\u200B", "\u200D", "\u202E", "\uFEFF", "\uFFFD", "\uFFFF", "\uD800", "\uDFFF", "\uDBFF", "\U0001F600", "\U00020BB7",
        "\r\n", "\n", "\t", " ", "\u3000", "e\u0301", "\u0301", "\u0130", "\u1E9E", "\uFDFA", "ﷺ", "가", "각", "かな", "ไทย", "हिन्दी", "العربية", "עברית",
        "ＡＢ１２", "①②", "㊣", "豈", "勞動", "...", "。。。", "？？", "aaaa", "0000",
    ];

    /// <summary>At most so many characters: pieces of everything, random characters, and one piece over and over.</summary>
    public static Gen<string> Of(int longest) => Gen.Frequency(
        (5, Gen.Elements(Pieces).ListOf().Select(string.Concat)),
        (3, Gen.Choose(0, char.MaxValue).Select(value => (char)value).ArrayOf().Select(characters => new string(characters))),
        (3, Gen.Choose(0x4E00, 0x9FFF).Select(value => (char)value).ArrayOf().Select(characters => new string(characters))),
        (2, from piece in Gen.Elements(Pieces)
            from times in Gen.Choose(1, longest)
            select string.Concat(Enumerable.Repeat(piece, times))),
        (2, from pieces in Gen.Elements(Pieces).NonEmptyListOf()
            from times in Gen.Choose(1, longest)
            select string.Concat(Enumerable.Repeat(string.Concat(pieces), times))))
        .Select(text => text.Length <= longest ? text : text[..longest]);
}
