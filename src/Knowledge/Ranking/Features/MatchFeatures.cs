namespace LegalService.Knowledge.Ranking;

/// <summary>How much of the question stands in our note.</summary>
internal sealed class NoteCoverageFeature : IRankingFeature
{
    public string Name => "noteCoverage";

    public double Of(RankingContext context) => context.Note.Coverage;
}

/// <summary>How much of the question stands in the ways of asking.</summary>
internal sealed class AskCoverageFeature : IRankingFeature
{
    public string Name => "askCoverage";

    public double Of(RankingContext context) => context.Ask.Coverage;
}

/// <summary>How much of the question stands in the title and the headings.</summary>
internal sealed class HeadingsCoverageFeature : IRankingFeature
{
    public string Name => "headingsCoverage";

    public double Of(RankingContext context) => context.Headings.Coverage;
}

/// <summary>How many of the legal terms stand in text or note.</summary>
internal sealed class LegalCoverageFeature : IRankingFeature
{
    public string Name => "legalCoverage";

    public double Of(RankingContext context) => context.Legal.Coverage;
}

/// <summary>Longest phrase in common with the statute text, in characters.</summary>
internal sealed class TextRunFeature : IRankingFeature
{
    public string Name => "textRun";

    public double Of(RankingContext context) => context.Text.LongestRun;
}

/// <summary>Longest phrase in common with our note, in characters.</summary>
internal sealed class NoteRunFeature : IRankingFeature
{
    public string Name => "noteRun";

    public double Of(RankingContext context) => context.Note.LongestRun;
}

/// <summary>Longest phrase in common with a way of asking, in characters.</summary>
internal sealed class AskRunFeature : IRankingFeature
{
    public string Name => "askRun";

    public double Of(RankingContext context) => context.Ask.LongestRun;
}

/// <summary>Longest phrase in common with the title and the headings, in characters.</summary>
internal sealed class HeadingsRunFeature : IRankingFeature
{
    public string Name => "headingsRun";

    public double Of(RankingContext context) => context.Headings.LongestRun;
}

/// <summary>How much the question says.</summary>
internal sealed class QuestionMassFeature : IRankingFeature
{
    public string Name => "questionMass";

    public double Of(RankingContext context) => context.QuestionMass;
}

/// <summary>Length of the question in characters.</summary>
internal sealed class QuestionLengthFeature : IRankingFeature
{
    public string Name => "questionLength";

    public double Of(RankingContext context) => context.Question.Text.Length;
}

/// <summary>The longest common phrase as a share of the question.</summary>
internal sealed class RunShareFeature : IRankingFeature
{
    public string Name => "runShare";

    public double Of(RankingContext context) =>
        (double)Math.Max(context.Text.LongestRun, context.Note.LongestRun) / Math.Max(1, context.Question.Text.Length);
}
