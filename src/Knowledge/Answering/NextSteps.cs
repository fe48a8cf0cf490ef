using LegalService.Knowledge.Corpus;
using LegalService.Knowledge.Retrieval;

namespace LegalService.Knowledge.Answering;

/// <summary>What a citizen can do after an answer.</summary>
internal sealed class NextSteps(AnswerTexts texts)
{
    private const string LegalServiceHotline = "12348";
    private const int MostChoices = 3;

    /// <summary>Services and hotlines by id or number, then the legal-service hotline.</summary>
    public IReadOnlyList<NextStep> For(IEnumerable<string> servicesAndPhones) =>
        [.. servicesAndPhones.Append(LegalServiceHotline).Distinct(StringComparer.Ordinal).Select(Step).OfType<NextStep>()];

    /// <summary>The nearest questions that can be answered, one for each matter, to choose from.</summary>
    public IReadOnlyList<NextStep> Choices(IReadOnlyList<LikeQuestion> likes) =>
    [
        .. likes.DistinctBy(like => like.Asked.Articles[0])
            .Select(like => like.Asked.Faq?.Question ?? like.Asked.Text)
            .Distinct(StringComparer.Ordinal)
            .Take(MostChoices)
            .Select(question => new NextStep(texts.Outcomes.Text("clarifyStep", ("question", question)), Url: AskUrl(question))),
    ];

    /// <summary>Questions for who does not know how to begin.</summary>
    public IReadOnlyList<NextStep> Suggestions() =>
        [.. texts.Outcomes.Suggestions.Take(MostChoices).Select(question => new NextStep(question, Url: AskUrl(question)))];

    private static string AskUrl(string question) => "/#q=" + Uri.EscapeDataString(question);

    private NextStep? Step(string id)
    {
        if (texts.Outcomes.Services.TryGetValue(id, out var label))
            return new NextStep(label, Service: id);
        return texts.Hotlines.FirstOrDefault(hotline => hotline.Number == id) is { } hotline
            ? new NextStep($"打 {hotline.Number} {hotline.Name}", Phone: hotline.Number)
            : null;
    }
}
