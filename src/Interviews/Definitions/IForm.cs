namespace LegalService.Interviews.Definitions;

/// <summary>Something that asks questions: a service, a calculator, a document.</summary>
public interface IForm
{
    /// <summary>The stable id, which no other form has.</summary>
    string Id { get; }

    /// <summary>The name a citizen knows it by.</summary>
    string Name { get; }

    /// <summary>Other words by which a citizen may mean it in a chat.</summary>
    IReadOnlyList<string> Also { get; }

    /// <summary>One or two sentences: what it is good for.</summary>
    string Summary { get; }

    /// <summary>From 1; raised whenever a question changes its meaning. What nobody puts aside for long needs none.</summary>
    int Version => 1;

    /// <summary>The articles with whose answers it is offered in a chat; none for services, which answers name themselves.</summary>
    IReadOnlyList<LegalBasis> OfferedWith => [];

    /// <summary>The questions.</summary>
    InterviewDefinition Interview { get; }

    /// <summary>How much may be typed into one interview.</summary>
    InterviewLimits Limits { get; }
}
