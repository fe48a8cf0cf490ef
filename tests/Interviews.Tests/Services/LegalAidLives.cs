using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Tests.Samples;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Services;

public sealed class LegalAidLives
{
    [Fact]
    public void A_herder_at_night_with_five_days_left()
    {
        var life = new Life(Shipped.LegalAid)
            .Says("matter", "车祸")
            .Says("injuryKind", "交通事故")
            .Says("limitDate", "还有5天");

        Assert.Equal(["hurry"], life.Notices);

        life.Says("preserve", "是")
            .Says("placeHere", "在本旗县")
            .Says("forWhom", "给自己")
            .Says("name", "斯琴•巴特尔")
            .Says("idNumber", Ids.Of(new(1958, 5, 6)))
            .SaysInVain("phone", "1380013800", "phone.length")
            .Says("phone", "138 0013 8000")
            .Says("address", "浩勒图高勒镇洪格尔嘎查")
            .Says("circumstances", "低保")
            .Says("opponentName", "不知道")
            .Says("amount", "三万二")
            .Says("story", "上个月在路上被车撞了，腿断了，司机不管。")
            .Says("evidence", "跳过")
            .Says("idPhoto", "跳过")
            .Says("hardshipPhoto", "跳过")
            .Says("assistance", "蒙古语")
            .Says("consent", "同意");

        Assert.Equal(["limitNear", "preservation"], life.Triage(TriageKind.Urgency));
        Assert.Equal(["noHardshipCheck"], life.Triage(TriageKind.Eligibility));
        Assert.Equal(["here"], life.Triage(TriageKind.Jurisdiction));
        Assert.Equal(["identityFollows", "proofFollows", "evidenceFollows"], life.Triage(TriageKind.Completeness));
        Assert.Equal(["identity", "hardshipProof", "evidence"], life.MaterialsThat(MaterialState.MayFollow));
        Assert.Contains(life.Step.Review, line => line is { Label: "大约的数目", Display: "32000元" });
        Assert.Contains(life.Step.Review, line => line is { Label: "最晚的日子", Display: "2026年3月9日" });
    }

    [Fact]
    public void A_migrant_worker_whose_wages_are_owed_with_those_of_many()
    {
        var life = new Life(Shipped.LegalAid)
            .Says("matter", "欠薪")
            .Says("limitDate", "不知道")
            .Says("preserve", "不知道")
            .Says("placeHere", "1")
            .Says("forWhom", "自己")
            .Says("name", "王大力")
            .Says("idNumber", "没有身份证，或者不记得")
            .Says("ageGroup", "18 到 59 岁")
            .Says("phone", "１３８００１３８０００")
            .Says("address", "没有固定住处")
            .Says("circumstances", "打工的")
            .Says("opponentName", "草原第2建筑公司（西乌旗）")
            .Says("people", "十几个")
            .Says("amount", "1.5万")
            .Says("story", "干了半年，一分没给。")
            .Says("evidence", "跳过")
            .Says("hardshipPhoto", "跳过")
            .Says("assistance", "跳过")
            .Says("consent", "是");

        Assert.Equal(["wagesOfMany"], life.Triage(TriageKind.Urgency));
        Assert.Equal(["noHardshipCheck"], life.Triage(TriageKind.Eligibility));
        Assert.Contains("identityFollows", life.Triage(TriageKind.Completeness));
    }

    [Fact]
    public void Only_workers_are_asked_whether_they_came_to_work()
    {
        var support = new Life(Shipped.LegalAid).Says("matter", "抚养").Says("limitDate", "不知道").Says("preserve", "否").Says("placeHere", "在本旗县")
            .Says("forWhom", "自己").Says("name", "王芳").Says("idNumber", Ids.Of(new(1990, 1, 1))).Says("phone", "13800138000").Says("address", "浩勒图高勒镇");

        Assert.DoesNotContain(support.Step.Question!.Options, option => option.Value == "migrant");
    }

    [Fact]
    public void A_woman_who_is_being_beaten_is_told_whom_to_call_and_not_called_on_an_unsafe_phone()
    {
        var life = new Life(Shipped.LegalAid).Says("matter", "家暴").Says("danger", "是");

        Assert.Equal(["callPolice", "protectionOrder"], life.Notices);
        Assert.Equal(("110", NoticeKind.Danger), (life.Step.Notices[0].Phone, life.Step.Notices[0].Kind));

        life.Says("limitDate", "不知道")
            .Says("preserve", "不知道")
            .Says("placeHere", "在本旗县")
            .Says("forWhom", "自己")
            .Says("name", "娜仁")
            .Says("idNumber", Ids.Of(new(1992, 7, 1)))
            .Says("phone", "13800138000")
            .Says("safePhone", "不")
            .Says("address", "浩勒图高勒镇")
            .Says("opponentName", "李刚")
            .Says("story", "昨天晚上又打我。")
            .Says("evidence", "跳过")
            .Says("idPhoto", "跳过")
            .Says("assistance", "跳过")
            .Says("consent", "同意");

        Assert.Equal(["dangerNow", "violence"], life.Triage(TriageKind.Urgency));
        Assert.Equal(["noHardshipTest"], life.Triage(TriageKind.Eligibility));
        Assert.Equal(["unsafePhone"], life.Triage(TriageKind.Note));
        Assert.DoesNotContain(MeetingWay.Phone, life.Ways());
        Assert.DoesNotContain(life.Step.Review, line => line.Field is "circumstances" or "hardship");
    }

    [Fact]
    public void A_mother_for_her_son_in_custody()
    {
        var life = new Life(Shipped.LegalAid)
            .Says("matter", "被抓")
            .Says("criminalRole", "被抓、被调查、被起诉的人")
            .Says("custody", "是")
            .Says("accusedTraits", "未成年");

        Assert.Equal(["duty", "inCustody"], life.Notices);

        life.Says("limitDate", "不知道")
            .Says("placeHere", "外地")
            .Says("placeName", "锡林浩特")
            .Says("forWhom", "孩子")
            .Says("relation", "妈妈")
            .Says("helperName", "乌云")
            .Says("helperPhone", "0479-3561234")
            .Says("name", "巴图")
            .Says("idNumber", Ids.Of(new(2009, 9, 1)))
            .Says("phone", "没有电话")
            .Says("address", "希日塔拉街道")
            .Says("story", "前天被带走了，说是打架。")
            .Says("evidence", "跳过")
            .Says("idPhoto", "跳过")
            .Says("assistance", "跳过")
            .Says("consent", "同意");

        Assert.Equal(["custody", "dutyDefence", "minor"], life.Triage(TriageKind.Urgency));
        Assert.Equal(["dutyDefenceEligible"], life.Triage(TriageKind.Eligibility));
        Assert.Equal(["elsewhere"], life.Triage(TriageKind.Jurisdiction));
        Assert.Contains("guardian", life.MaterialsThat(MaterialState.MayFollow));
    }

    [Fact]
    public void Who_is_poor_without_papers_may_promise_it()
    {
        var life = new Life(Shipped.LegalAid)
            .Says("matter", "赡养")
            .Says("limitDate", "2026年2月1号")
            .Says("preserve", "不是")
            .Says("placeHere", "说不清")
            .Says("forWhom", "自己")
            .Says("name", "其其格")
            .Says("idNumber", Ids.Of(new(1948, 2, 2)))
            .Says("phone", "13800138000")
            .Says("address", "浩勒图高勒镇洪格尔嘎查")
            .Says("circumstances", "都不是")
            .Says("hardship", "是")
            .Says("pledge", "愿意")
            .Says("opponentName", "巴图")
            .Says("amount", "不知道")
            .Says("story", "儿子三年没给过钱。")
            .Says("evidence", "跳过")
            .Says("idPhoto", "跳过")
            .Says("assistance", "上门");

        Assert.Equal(["maybeLate"], life.Notices);

        life.SaysInVain("consent", "不同意", "consent.needed").Says("consent", "同意");

        Assert.Equal(["hardshipByPledge"], life.Triage(TriageKind.Eligibility));
        Assert.Equal(["whereUnclear"], life.Triage(TriageKind.Jurisdiction));
        Assert.Equal(["maybeLate", "accessible"], life.Triage(TriageKind.Note));
        Assert.Contains("pledge", life.MaterialsThat(MaterialState.MayFollow));
    }

    [Theory]
    [InlineData(6, "limitNear")]
    [InlineData(7, "limitSoon")]
    [InlineData(30, "limitSoon")]
    [InlineData(31, null)]
    [InlineData(0, "limitNear")]
    [InlineData(-1, null)]
    public void Fewer_than_seven_days_begin_with_the_sixth(int days, string? rule)
    {
        var sent = Answers.Empty.With("limitDate", AnswerJson.Of(Sample.Today.AddDays(days)));

        var found = Shipped.LegalAid.Triage.Where(item => item.Kind == TriageKind.Urgency && item.When.Holds(sent, Sample.Today)).Select(item => item.Id);

        Assert.Equal(rule is null ? [] : [rule], found);
    }
}
