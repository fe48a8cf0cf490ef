using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Definitions;

namespace LegalService.Bot.Dialogue;

/// <summary>The guide of a service (办事指南), told in one message.</summary>
internal static class ServiceGuide
{
    public static Activity Of(ServiceDefinition service, DialogTexts texts)
    {
        var guide = service.Guide;
        return DialogActivity.Note(DialogActivity.Lines(
        [
            $"{service.Name}：{service.Summary}",
            texts.Say(Line.GuideFor, ("text", string.Concat(guide.For))),
            guide.Materials.Count == 0 ? null : texts.Say(Line.GuidePapers, ("text", string.Join('；', guide.Materials.Select(material => material.Name)))),
            texts.Say(Line.GuideSteps),
            .. guide.Steps.Select((step, place) => $"{place + 1}. {step}"),
            texts.Say(Line.GuideFee, ("text", guide.Fee)),
            texts.Say(Line.GuideTime, ("text", guide.TimeLimit)),
            texts.Say(Line.GuideWhere, ("text", guide.Where)),
            texts.Say(Line.GuideHow, ("text", guide.How)),
        ]));
    }
}
