namespace LegalService.Training.Encoders;

/// <summary>Trains an encoder: first on article text, then on questions.</summary>
internal sealed class EncoderTrainer(EncoderTexts texts, EncoderSettings settings, Action<string> say)
{
    private const double LastShare = 0.1;

    /// <summary>Learns from article text alone.</summary>
    public TrainableTable Pretrain()
    {
        var table = new TrainableTable(texts.Vocabulary, texts.Rarity, settings);
        var trainer = new ContrastiveTrainer(table, settings);
        var random = new Random(settings.Seed + 1);
        for (var round = 0; round < settings.PretrainingRounds; round++)
        {
            var examples = PretrainingPairs.Of(texts, random);
            var loss = trainer.Round(examples, Falling(settings.PretrainingRate, round, settings.PretrainingRounds));
            say($"pretraining round {round + 1}: {examples.Count} pairs, loss {loss:0.000}");
        }

        return table;
    }

    /// <summary>Learns from questions, on top of what was learned from text.</summary>
    public TrainableTable Tune(TrainableTable pretrained, TuningPairs pairs, IReadOnlyList<TuningQuestion> questions)
    {
        var table = pretrained.Copy();
        var trainer = new ContrastiveTrainer(table, settings);
        var random = new Random(settings.Seed + 2);
        for (var round = 0; round < settings.TuningRounds; round++)
        {
            var (toArticles, toQuestions) = pairs.Round(questions, random);
            var rate = Falling(settings.TuningRate, round, settings.TuningRounds);
            var loss = trainer.Round(toArticles, rate);
            var questionLoss = trainer.Round(toQuestions, rate);
            if (round == settings.TuningRounds - 1)
                say($"tuning round {round + 1}: {toArticles.Count} pairs, loss {loss:0.000}; {toQuestions.Count} pairs of questions, loss {questionLoss:0.000}");
        }

        return table;
    }

    private static Func<double, float> Falling(float rate, int round, int rounds) =>
        share => (float)(rate * (1 - ((1 - LastShare) * (round + share) / rounds)));
}
