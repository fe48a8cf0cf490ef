using LegalService.Bot.Activities;
using LegalService.Bot.Dialogue.Forms;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;
using LegalService.Knowledge.Answering;

namespace LegalService.Bot.Dialogue;

/// <summary>Offers under an answer the calculators and documents that belong to the articles it rests on. Thread safe.</summary>
internal sealed class OfferedForms(FormCatalog catalog, DialogTexts texts)
{
    private const int Most = 2;

    private readonly ILookup<LegalBasis, IForm> _byArticle =
        catalog.All.SelectMany(form => form.OfferedWith, (form, article) => (article, form)).ToLookup(pair => pair.article, pair => pair.form);

    /// <summary>The answer as a message, with their buttons after its own.</summary>
    public Activity Under(Answer answer)
    {
        var said = AnswerActivity.Of(answer);
        var offered = answer.Outcome != AnswerOutcome.Answered ? [] : answer.Citations.SelectMany(citation => _byArticle[new(citation.Entry.Key.Law, citation.Entry.Key.Number.ToString())])
            .Distinct().Take(Most).Select(Button).ToList();
        return offered.Count == 0 ? said : said with { SuggestedActions = new SuggestedActions([.. said.SuggestedActions?.Actions ?? [], .. offered]) };
    }

    private CardAction Button(IForm form) => CardAction.Say(texts.Say(form is CalculatorDefinition ? Line.OfferSum : Line.OfferPaper, ("service", form.Name)), form.Name);
}
