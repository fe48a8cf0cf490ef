using LegalService.Interviews.Definitions;
using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Services;

public sealed class NotaryAndConsultationLives
{
    [Fact]
    public void A_power_of_attorney_is_notarised_by_video()
    {
        var life = new Life(Shipped.RemoteNotary)
            .Says("matter", "委托")
            .Says("whoComes", "本人")
            .Says("landed", "是")
            .Says("homeHere", "是")
            .Says("abroad", "否")
            .Says("purpose", "我在外地打工，让弟弟帮我卖房子。")
            .Says("way", "视频")
            .Says("canVideo", "手机")
            .Says("mongolianText", "跳过")
            .Says("reduction", "不清楚")
            .Says("name", "哈斯")
            .Says("idNumber", Ids.Of(new(1988, 8, 8)))
            .Says("phone", "13800138000")
            .Says("papers", "跳过")
            .Says("consent", "同意");

        Assert.Equal(["usual"], life.Triage(TriageKind.Eligibility));
        Assert.Equal(["here"], life.Triage(TriageKind.Jurisdiction));
        Assert.Equal([MeetingWay.Video, MeetingWay.InPerson, MeetingWay.Phone], life.Ways());
    }

    [Theory]
    [InlineData("立遗嘱")]
    [InlineData("生存公证")]
    [InlineData("收养")]
    public void A_will_must_be_made_in_person_and_this_is_said_at_once(string matter)
    {
        var life = new Life(Shipped.RemoteNotary).Says("matter", matter);

        Assert.Equal(["inPersonOnly"], life.Notices);
        Assert.Equal(new LegalBasis("公证法", "第二十六条"), Assert.Single(life.Step.Notices[0].Basis));
        Assert.DoesNotContain(MeetingWay.Video, life.Ways());
        Assert.Contains(MeetingWay.InPerson, life.Ways());
    }

    [Fact]
    public void A_will_by_proxy_is_not_refused_by_the_machine()
    {
        var life = new Life(Shipped.RemoteNotary)
            .Says("matter", "遗嘱")
            .Says("whoComes", "托人办");

        Assert.Equal(["inPersonOnly", "noProxy"], life.Notices);

        life.Says("landed", "不是").Says("homeHere", "是").Says("purpose", "父亲走不动，想立遗嘱。");
        Assert.DoesNotContain(life.Step.Question!.Options, option => option.Value == "video");

        life.Says("way", "当面").Says("mongolianText", "要").Says("reduction", "有").Says("name", "朝鲁").Says("idNumber", Ids.Of(new(1940, 1, 1)))
            .Says("phone", "13800138000").Says("proxyName", "巴根").Says("papers", "跳过").Says("consent", "同意");

        Assert.Equal(["proxyForPersonal"], life.Triage(TriageKind.Eligibility));
        Assert.Equal(["personal", "reduction", "mongolian"], life.Triage(TriageKind.Note));
    }

    [Fact]
    public void A_birth_may_be_certified_for_a_child_abroad_by_somebody_else()
    {
        var life = new Life(Shipped.RemoteNotary).Says("matter", "出生").Says("whoComes", "代办");

        Assert.Empty(life.Notices);
        life.Says("homeHere", "是").Says("abroad", "是");
        Assert.Equal(["authentication"], life.Notices);
    }

    [Fact]
    public void An_inheritance_with_a_house_elsewhere_belongs_elsewhere_and_a_dispute_is_named()
    {
        var life = new Life(Shipped.RemoteNotary).Says("matter", "继承").Says("whoComes", "本人").Says("landed", "是").Says("landHere", "外地").Says("dispute", "有");

        Assert.Equal(["landElsewhere", "disputed"], life.Notices);
        life.Says("purpose", "父亲留下的房子。").Says("way", "电话").Says("mongolianText", "不要").Says("reduction", "没有").Says("name", "宝音")
            .Says("idNumber", "不记得").Says("phone", "13800138000").Says("otherParty", "没有").Says("papers", "跳过").Says("consent", "好的");

        Assert.Equal(["elsewhere"], life.Triage(TriageKind.Jurisdiction));
        Assert.Equal(["disputed"], life.Triage(TriageKind.Eligibility));
    }

    [Fact]
    public void The_certificate_takes_fifteen_working_days_without_the_time_the_law_excludes()
    {
        var rule = Shipped.RemoteNotary.Deadlines.Single(item => item.Id == "certificate");

        Assert.Equal((15, DeadlineUnit.WorkingDays, CaseEvents.Accepted), (rule.Length, rule.Unit, rule.Starts));
        Assert.Equal([new PauseRule(CaseEvents.Incomplete, CaseEvents.Supplemented), new PauseRule(CaseEvents.Suspended, CaseEvents.Resumed)], rule.Pauses);
    }

    [Fact]
    public void A_consultation_takes_few_questions()
    {
        var life = new Life(Shipped.Consultation)
            .Says("topic", "草场")
            .Says("hasLimit", "没有")
            .Says("question", "邻居的羊老进我的草场，能不能要他赔？")
            .Says("opponentName", "跳过")
            .Says("papers", "跳过")
            .Says("way", "打电话")
            .Says("language", "蒙语")
            .Says("name", "巴雅尔")
            .Says("phone", "13800138000")
            .Says("consent", "同意");

        Assert.Empty(life.Triage(TriageKind.Urgency));
        Assert.Equal(["everyone"], life.Triage(TriageKind.Eligibility));
        Assert.Equal(["interpreter"], life.Triage(TriageKind.Note));
    }

    [Fact]
    public void A_consultation_with_a_paper_that_runs_out_comes_first()
    {
        var life = new Life(Shipped.Consultation).Says("topic", "罚款").Says("hasLimit", "有").Says("limitDate", "后天");

        Assert.Equal(["hurry"], life.Notices);
    }
}
