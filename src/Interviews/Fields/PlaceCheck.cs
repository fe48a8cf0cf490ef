using System.Text.Json;
using LegalService.Interviews.Definitions;
using static LegalService.Interviews.Fields.AnswerChecker;

namespace LegalService.Interviews.Fields;

/// <summary>Checks answers of several parts: addresses and files.</summary>
internal static class PlaceCheck
{
    private const int MaxPart = 50;
    private const int MaxDetail = 100;
    private const int MaxFileName = 200;

    public static CheckedAnswer Address(FieldDefinition field, JsonElement answer)
    {
        if (AddressAnswer.Read(answer) is not { } address)
            return Wrong(field, "address.format", "没看懂地址，请按旗县、苏木乡镇、嘎查村、门牌分开写。");
        foreach (var part in Enum.GetValues<AddressPart>())
        {
            if (address[part] is not { } text)
                continue;
            if (!Typed.IsClean(text, lines: false) || !text.EnumerateRunes().Any(System.Text.Rune.IsLetterOrDigit))
                return Wrong(field, "address.characters", $"“{AddressAnswer.NameOf(part)}”里有系统不认识的符号，请重新写。");
            var most = part == AddressPart.Detail ? MaxDetail : MaxPart;
            if (Typed.Length(text) > most)
                return Wrong(field, "answer.tooLong", $"“{AddressAnswer.NameOf(part)}”写得太长了，最多 {most} 个字。");
        }
        var missing = Enum.GetValues<AddressPart>().Where(part => part >= field.Rules.From && part <= field.Rules.Depth && address[part] is null).ToList();
        return missing.Count > 0
            ? Wrong(field, "address.incomplete", $"地址还缺：{string.Join("、", missing.Select(AddressAnswer.NameOf))}，请补上。")
            : new(address.ToJson(), null);
    }

    public static CheckedAnswer File(FieldDefinition field, JsonElement answer)
    {
        if (FileAnswer.Read(answer) is not { } file)
            return Wrong(field, "file.format", "文件没有传好，请重新上传一次。");
        var name = file.Name.Trim();
        if (name.Length == 0 || Typed.Length(name) > MaxFileName || !Typed.IsClean(name, lines: false) || name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) >= 0)
            return Wrong(field, "file.name", "文件名太长，或者里面有不能用的符号，请改个简单的名字再上传。");
        if (!field.Rules.Extensions.Contains(file.Extension, StringComparer.Ordinal))
            return Wrong(field, "file.type", $"这种文件打不开，请上传 {string.Join("、", field.Rules.Extensions)} 格式的文件，手机拍照也可以。");
        if (file.Size <= 0)
            return Wrong(field, "file.empty", "这个文件是空的，请重新选一个再上传。");
        return file.Size > field.Rules.MaxBytes
            ? Wrong(field, "file.size", $"文件太大，最大 {field.Rules.MaxBytes / (1024 * 1024)} MB。请拍小一点，或者分开上传。")
            : new((file with { Name = name }).ToJson(), null);
    }
}
