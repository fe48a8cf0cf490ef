using LegalService.Kiosk.Centre;
using LegalService.Kiosk.Tests.Support;
using LegalService.Knowledge.Hosting;

namespace LegalService.Kiosk.Tests.Questions;

public sealed class AskingTests
{
    [Fact]
    public async Task Thecentre_answers_while_the_line_is_up_and_the_machine_with_articles_when_it_is_cut()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = await new KioskHost(centre).EnrolledAsync();
        await KioskHost.UntilAsync(() => kiosk.Get<KnowledgeBase>().Current is not null);

        var online = await kiosk.Asking.AskAsync("公司不签劳动合同怎么办", CancellationToken.None);
        await centre.StopAsync();
        var justCut = await kiosk.Asking.AskAsync("公司不签劳动合同怎么办", CancellationToken.None);
        await kiosk.UntilAsync(LineState.Offline);
        var named = await kiosk.Asking.AskAsync("劳动合同法第八十二条", CancellationToken.None);

        Assert.Equal((true, "中心的回答"), (online.FromCentre, online.Answer!.Text));
        Assert.False(justCut.FromCentre);
        Assert.NotNull(justCut.Answer);
        Assert.Equal(("article", "第八十二条", "inForce"), (named.Answer!.Outcome, named.Answer.Citations[0].Article, named.Answer.Citations[0].Status));
    }

    [Fact]
    public async Task What_is_no_question_is_said_to_be_none()
    {
        await using var centre = await new StandInCentre().StartAsync();
        await using var kiosk = new KioskHost(centre);

        var asked = await kiosk.Asking.AskAsync("  ", CancellationToken.None);

        Assert.Equal("question.empty", asked.Code);
        Assert.NotEmpty(asked.Message!);
    }
}
