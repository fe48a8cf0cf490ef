using System.Text.Json;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Fields;

public sealed class AnswerCheckTests
{
    private const string Options = "options: [{ value: a, label: 甲 }, { value: b, label: 乙 }, { value: none, label: 都没有 }]";
    private const string Several = "options: [{ value: a, label: 甲 }, { value: b, label: 乙 }, { value: none, label: 都没有, alone: true }], maxChosen: 2";

    [Theory]
    [InlineData("text", "", "\" 你好 \"", "\"你好\"")]
    [InlineData("longText", "", "\"一\\r\\n二\"", "\"一\\n二\"")]
    [InlineData("choice", Options, "\"a\"", "\"a\"")]
    [InlineData("choices", Several, "[\"b\",\"a\",\"b\"]", "[\"a\",\"b\"]")]
    [InlineData("yesNo", "", "false", "false")]
    [InlineData("date", "", "\"2026-02-28\"", "\"2026-02-28\"")]
    [InlineData("money", "", "3500.50", "3500.5")]
    [InlineData("money", "", "0", "0")]
    [InlineData("phone", "", "\"138 0013 8000\"", "\"13800138000\"")]
    [InlineData("idNumber", "", "\"11010519491231002x\"", "\"11010519491231002X\"")]
    [InlineData("name", "", "\"张 三\"", "\"张三\"")]
    [InlineData("address", "", "{\"county\":\"西乌珠穆沁旗\",\"township\":\" 浩勒图高勒镇 \",\"detail\":\"\"}", "{\"county\":\"西乌珠穆沁旗\",\"township\":\"浩勒图高勒镇\"}")]
    [InlineData("file", "", "{\"id\":\"f-1\",\"name\":\"欠条.JPG\",\"size\":1024}", "{\"id\":\"f-1\",\"name\":\"欠条.JPG\",\"size\":1024}")]
    [InlineData("text", "unknown: 不知道", "{\"unknown\":true}", "{\"unknown\":true}")]
    [InlineData("text", "required: false", "null", "null")]
    [InlineData("text", "required: false", "\"  \"", "null")]
    [InlineData("choices", Several + ", required: false", "[]", "null")]
    public void A_right_answer_is_sent_in_its_one_form(string type, string more, string typed, string sent)
    {
        var check = Check(type, more, typed);

        Assert.Null(check.Error);
        Assert.True(JsonElement.DeepEquals(Sample.Json(sent), check.Value!.Value), check.Value.Value.GetRawText());
    }

    [Theory]
    [InlineData("text", "", "null", "answer.required")]
    [InlineData("text", "", "\"  \"", "answer.required")]
    [InlineData("text", "", "{\"unknown\":true}", "answer.unknown")]
    [InlineData("text", "", "12", "answer.format")]
    [InlineData("text", "", "[\"x\"]", "answer.format")]
    [InlineData("text", "maxLength: 3", "\"一二三四\"", "answer.tooLong")]
    [InlineData("text", "", "\"一\\n二\"", "answer.characters")]
    [InlineData("longText", "", "\"一\\u0000二\"", "answer.characters")]
    [InlineData("longText", "", "\"abc\\u202Ecba\"", "answer.characters")]
    [InlineData("longText", "", "\"\\ud800\"", "answer.characters")]
    [InlineData("longText", "", "\"\\uffff\"", "answer.characters")]
    [InlineData("choice", Options, "\"c\"", "choice.unknown")]
    [InlineData("choice", Options, "1", "choice.format")]
    [InlineData("choices", Several, "\"a\"", "choices.format")]
    [InlineData("choices", Several, "[]", "answer.required")]
    [InlineData("choices", Several, "[\"a\",\"none\"]", "choices.alone")]
    [InlineData("choices", Several, "[\"a\",\"c\"]", "choice.unknown")]
    [InlineData("choices", Several, "[\"a\",\"b\",\"none\"]", "choices.tooMany")]
    [InlineData("yesNo", "", "\"yes\"", "yesNo.format")]
    [InlineData("yesNo", "mustBeYes: 要同意才能往下办", "false", "consent.needed")]
    [InlineData("date", "", "\"2026-02-30\"", "date.format")]
    [InlineData("date", "", "\"2026/02/03\"", "date.format")]
    [InlineData("date", "toDays: 0", "\"2026-03-05\"", "date.future")]
    [InlineData("date", "fromDays: 0", "\"2026-03-03\"", "date.past")]
    [InlineData("date", "toDays: 30", "\"2026-05-05\"", "date.tooLate")]
    [InlineData("date", "fromDays: -30", "\"2025-05-05\"", "date.tooEarly")]
    [InlineData("date", "", "\"0026-05-05\"", "date.range")]
    [InlineData("money", "", "\"3500\"", "money.format")]
    [InlineData("money", "", "-1", "money.range")]
    [InlineData("money", "max: 100", "100.01", "money.range")]
    [InlineData("money", "", "1e400", "money.range")]
    [InlineData("money", "", "0.001", "money.fen")]
    [InlineData("phone", "", "\"12348\"", "phone.length")]
    [InlineData("idNumber", "", "\"110105194912310021\"", "idNumber.checkDigit")]
    [InlineData("name", "", "\"张3\"", "name.digits")]
    [InlineData("address", "", "{\"county\":\"西乌珠穆沁旗\"}", "address.incomplete")]
    [InlineData("address", "", "{\"planet\":\"地球\"}", "address.format")]
    [InlineData("address", "", "\"西乌珠穆沁旗\"", "address.format")]
    [InlineData("address", "", "{\"county\":\"旗\\u0007\",\"township\":\"镇\"}", "address.characters")]
    [InlineData("file", "", "{\"id\":\"../x\",\"name\":\"a.jpg\",\"size\":1}", "file.format")]
    [InlineData("file", "", "{\"id\":\"x\",\"name\":\"../a.jpg\",\"size\":1}", "file.name")]
    [InlineData("file", "", "{\"id\":\"x\",\"name\":\"a.exe\",\"size\":1}", "file.type")]
    [InlineData("file", "", "{\"id\":\"x\",\"name\":\"a.jpg\",\"size\":0}", "file.empty")]
    [InlineData("file", "maxMegabytes: 1", "{\"id\":\"x\",\"name\":\"a.jpg\",\"size\":1048577}", "file.size")]
    [InlineData("file", "", "{\"id\":\"x\",\"name\":\"a.jpg\",\"size\":1,\"path\":\"/etc\"}", "file.format")]
    public void A_wrong_answer_has_a_code_and_a_sentence(string type, string more, string typed, string code)
    {
        var check = Check(type, more, typed);

        Assert.Null(check.Value);
        Assert.Equal(("f", code), (check.Error!.Field, check.Error.Code));
        Assert.Contains(check.Error.Message, character => character is >= '一' and <= '龥');
    }

    [Fact]
    public void What_is_missing_in_an_address_is_named()
    {
        Assert.Contains("苏木乡镇或街道", Check("address", "", "{\"county\":\"西乌珠穆沁旗\"}").Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_card_is_told_what_to_choose()
    {
        Assert.Contains("没有身份证", Check("idNumber", "unknown: 没有身份证", "\"1\"").Error!.Message, StringComparison.Ordinal);
    }

    private static CheckedAnswer Check(string type, string more, string typed)
    {
        var field = Sample.Field(type, more);
        return AnswerChecker.Check(field, field.Options, Sample.Json(typed), Sample.Today);
    }
}
