namespace LegalService.Training.Encoders;

/// <summary>How the encoder is trained.</summary>
internal sealed record EncoderSettings
{
    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; init; } = 128;

    /// <summary>Most tokens in the vocabulary.</summary>
    public int Tokens { get; init; } = 60_000;

    /// <summary>Examples in one step; each is also a wrong answer for the others.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Cosines are divided by this before they are compared.</summary>
    public float Temperature { get; init; } = 0.05f;

    /// <summary>Rounds over the pairs from article text.</summary>
    public int PretrainingRounds { get; init; } = 3;

    /// <summary>Rounds over the questions.</summary>
    public int TuningRounds { get; init; } = 8;

    /// <summary>Size of a step at the beginning of pretraining; falls to a tenth.</summary>
    public float PretrainingRate { get; init; } = 0.004f;

    /// <summary>Size of a step at the beginning of tuning; falls to a tenth.</summary>
    public float TuningRate { get; init; } = 0.003f;

    /// <summary>How often a real question is shown for each time one of our ways of asking is.</summary>
    public int QuestionRepeats { get; init; } = 3;

    /// <summary>Of everything random.</summary>
    public int Seed { get; init; } = 20260101;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = 2;
}
