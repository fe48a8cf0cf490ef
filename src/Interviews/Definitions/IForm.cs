namespace LegalService.Interviews.Definitions;

/// <summary>Something that asks questions: a service, a calculator, a document.</summary>
public interface IForm
{
    /// <summary>The questions.</summary>
    InterviewDefinition Interview { get; }

    /// <summary>How much may be typed into one interview.</summary>
    InterviewLimits Limits { get; }
}
