using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Walking;

public sealed class InterviewTests
{
    private static readonly ServiceDefinition Service = Sample.OfFields("""
        - { id: kind, type: choice, label: 什么事, options: [{ value: wages, label: 欠工钱 }, { value: other, label: 别的 }] }
        - { id: amount, type: money, label: 多少钱, unknown: 不知道, when: { kind: wages } }
        - { id: big, type: yesNo, label: 有证据吗, when: { amount: { atLeast: 1000 } } }
        - { id: name, type: name, label: 名字 }
        - { id: note, type: text, label: 还有什么, required: false }
        """);

    [Fact]
    public void Questions_come_one_after_the_other()
    {
        AssertNext("{}", "kind", 0);
        AssertNext("""{"kind":"wages"}""", "amount", 0.2);
        AssertNext("""{"kind":"wages","amount":500}""", "name", 0.6);
        AssertNext("""{"kind":"wages","amount":5000}""", "big", 0.4);
        AssertNext("""{"kind":"wages","amount":{"unknown":true}}""", "name", 0.6);
        AssertNext("""{"kind":"other"}""", "name", 0.6);
        AssertNext("""{"kind":"other","name":"张三"}""", "note", 0.8);
    }

    [Fact]
    public void An_optional_question_is_asked_once_and_may_be_skipped()
    {
        var step = Next("""{"kind":"other","name":"张三","note":null}""");

        Assert.True(step.Done);
        Assert.Null(step.Question);
        Assert.Equal(1, step.Progress);
        Assert.Equal(["别的", "张三", "没有填"], step.Review.Select(line => line.Display));
    }

    [Fact]
    public void An_answer_that_opens_many_questions_does_not_turn_progress_back()
    {
        var opened = string.Concat(Enumerable.Range(0, 20).Select(i => $"- {{ id: more{i}, type: yesNo, label: 再问, when: {{ b: true }} }}\n"));
        var service = Sample.OfFields("- { id: a, type: yesNo, label: 一 }\n- { id: b, type: yesNo, label: 二 }\n" + opened + "- { id: c, type: yesNo, label: 三 }");

        var few = Interview.Next(service, Sample.Answers("""{"a":true}"""), Sample.Today);
        var many = Interview.Next(service, Sample.Answers("""{"a":true,"b":true}"""), Sample.Today);

        Assert.Equal("more0", many.Question!.Id);
        Assert.True(many.Progress > few.Progress);
        Assert.InRange(many.Progress, 0, 0.2);
    }

    [Fact]
    public void A_wrong_answer_is_asked_again_and_stays()
    {
        var answers = Sample.Answers("""{"kind":"other","name":"张3","note":"x"}""");

        var step = Interview.Next(Service, answers, Sample.Today);

        Assert.Equal("name", step.Question!.Id);
        Assert.Equal("name.digits", Assert.Single(step.Errors).Code);
        Assert.False(step.Done);
        Assert.Equal("张3", answers.Get("name")!.Value.GetString());
        Assert.Equal("张3", Interview.Pages(Service, answers, Sample.Today)[0].Fields.Single(field => field.Question.Id == "name").Value!.Value.GetString());
    }

    [Fact]
    public void A_changed_answer_sets_others_aside_and_brings_them_back()
    {
        var answers = Sample.Answers("""{"kind":"wages","amount":5000,"big":true,"name":"张三"}""");

        var away = Interview.Change(Service, answers, "kind", AnswerJson.Of("other"), Sample.Today);
        var back = Interview.Change(Service, away.Answers, "kind", AnswerJson.Of("wages"), Sample.Today);

        Assert.Equal(["amount", "big"], away.SetAside);
        Assert.Equal(["amount", "big"], Interview.Next(Service, away.Answers, Sample.Today).Aside);
        Assert.Equal(["kind", "name"], Interview.Sent(Service, away.Answers, Sample.Today).Values.Keys);
        Assert.Equal(["amount", "big"], back.BroughtBack);
        Assert.Equal(["amount", "big", "kind", "name"], Interview.Sent(Service, back.Answers, Sample.Today).Values.Keys);
    }

    [Fact]
    public void A_changed_answer_tells_what_is_newly_needed()
    {
        var answers = Sample.Answers("""{"kind":"wages","amount":500,"name":"张三"}""");

        Assert.Equal(["big"], Interview.Change(Service, answers, "amount", AnswerJson.Of(1000m), Sample.Today).NewlyNeeded);
    }

    [Fact]
    public void A_wrong_change_is_kept_and_named()
    {
        var change = Interview.Change(Service, Answers.Empty, "kind", AnswerJson.Of("x"), Sample.Today);

        Assert.Equal("choice.unknown", change.Error!.Code);
        Assert.Equal("x", change.Answers.Get("kind")!.Value.GetString());
        Assert.Equal("answer.unknownField", Interview.Change(Service, Answers.Empty, "colour", AnswerJson.Of("red"), Sample.Today).Error!.Code);
    }

    [Fact]
    public void Taking_an_answer_back_asks_it_again()
    {
        var change = Interview.Change(Service, Sample.Answers("""{"kind":"other","name":"张三"}"""), "kind", null, Sample.Today);

        Assert.Equal("kind", Interview.Next(Service, change.Answers, Sample.Today).Question!.Id);
    }

    [Fact]
    public void An_answer_to_no_question_is_an_error_and_kept()
    {
        var step = Next("""{"kind":"other","name":"张三","note":null,"colour":"red"}""");

        Assert.Equal(("colour", "answer.unknownField"), (step.Errors[0].Field, step.Errors[0].Code));
        Assert.False(step.Done);
        Assert.True(step.Progress < 1);
        Assert.DoesNotContain(step.Review, line => line.Field == "colour");
    }

    [Fact]
    public void Too_many_and_too_long_answers_are_refused()
    {
        var many = Answers.From(Enumerable.Range(0, 300).Select(i => KeyValuePair.Create($"f{i}", AnswerJson.Of(true))));
        var large = Answers.Empty.With("note", AnswerJson.Of(new string('长', 100_000)));

        Assert.Equal("answers.tooMany", Assert.Single(Interview.Next(Service, many, Sample.Today).Errors).Code);
        Assert.Equal("answers.tooLarge", Assert.Single(Interview.Next(Service, large, Sample.Today).Errors).Code);
    }

    [Fact]
    public void Personal_answers_are_masked_for_others()
    {
        var service = Sample.OfFields("""
            - { id: name, type: name, label: 名字 }
            - { id: card, type: idNumber, label: 身份证, review: 证号 }
            - { id: phone, type: phone, label: 电话 }
            - { id: home, type: address, label: 住址 }
            - { id: poor, type: yesNo, label: 困难吗, personal: true }
            - { id: company, type: name, label: 单位, personal: false }
            """);

        var step = Interview.Next(service, Sample.Answers("""
            {"name":"斯琴","card":"11010519491231002X","phone":"13800138000","home":{"county":"西乌珠穆沁旗","township":"浩勒图高勒镇","village":"洪格尔嘎查"},"poor":true,"company":"张三"}
            """), Sample.Today);

        Assert.Equal(["斯琴", "11010519491231002X", "13800138000", "西乌珠穆沁旗浩勒图高勒镇洪格尔嘎查", "是", "张三"], step.Review.Select(line => line.Display));
        Assert.Equal(["斯*", "110***********002X", "138****8000", "西乌珠穆沁旗浩勒图高勒镇***", "***", "张三"], step.Review.Select(line => line.Masked));
        Assert.Equal("证号", step.Review[1].Label);
    }

    [Fact]
    public void Only_options_on_offer_are_shown_and_taken()
    {
        var service = Sample.OfFields("""
            - { id: will, type: yesNo, label: 遗嘱吗 }
            - { id: way, type: choice, label: 怎么办, options: [{ value: video, label: 视频, when: { will: false } }, { value: inPerson, label: 当面 }] }
            """);

        Assert.Equal(["inPerson"], Interview.Next(service, Sample.Answers("""{"will":true}"""), Sample.Today).Question!.Options.Select(option => option.Value));
        Assert.Equal("choice.notOffered", Interview.Next(service, Sample.Answers("""{"will":true,"way":"video"}"""), Sample.Today).Errors[0].Code);
        Assert.True(Interview.Next(service, Sample.Answers("""{"will":false,"way":"video"}"""), Sample.Today).Done);
    }

    [Fact]
    public void An_upgrade_follows_new_names_and_keeps_what_is_asked_no_more()
    {
        var old = Sample.Answers("""{"kind":"wages","amount":5000,"fullName":"张三","shoe":"42"}""");
        var next = Sample.OfFields("""
            - { id: kind, type: choice, label: 什么事, options: [{ value: pay, label: 欠工钱 }, { value: other, label: 别的 }] }
            - { id: name, type: name, label: 名字, was: [fullName, called] }
            """);

        var upgrade = Interview.Upgrade(old, next, Sample.Today);

        Assert.Equal("张三", upgrade.Answers.Get("name")!.Value.GetString());
        Assert.Equal("name", upgrade.Renamed["fullName"]);
        Assert.Equal(["amount", "shoe"], upgrade.NoLongerAsked);
        Assert.Equal(("kind", "choice.unknown"), (upgrade.Flagged[0].Field, upgrade.Flagged[0].Code));
        Assert.Equal("wages", upgrade.Answers.Get("kind")!.Value.GetString());
        Assert.DoesNotContain(Interview.Next(next, upgrade.Answers, Sample.Today).Errors, error => error.Code == "answer.unknownField");
        var restored = Interview.Upgrade(upgrade.Answers, Service, Sample.Today).Answers;
        Assert.Equal("5000", restored.Get("amount")!.Value.GetRawText());
        Assert.Equal("42", restored.Former["shoe"].GetString());
    }

    [Fact]
    public void Answers_travel_as_one_plain_object()
    {
        var former = Interview.Upgrade(Sample.Answers("""{"kind":"other","shoe":"42"}"""), Service, Sample.Today).Answers;

        var json = System.Text.Json.JsonSerializer.Serialize(former);

        Assert.Equal("""{"$former":{"shoe":"42"},"kind":"other"}""", json);
        Assert.Equal("42", Sample.Answers(json).Former["shoe"].GetString());
    }

    private static InterviewStep Next(string answers) => Interview.Next(Service, Sample.Answers(answers), Sample.Today);

    private static void AssertNext(string answers, string question, double progress)
    {
        var step = Next(answers);

        Assert.Equal(question, step.Question?.Id);
        Assert.Equal(progress, step.Progress, 6);
        Assert.Empty(step.Errors);
        Assert.False(step.Done);
    }
}
