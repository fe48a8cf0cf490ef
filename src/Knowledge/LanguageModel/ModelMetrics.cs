using System.Diagnostics.Metrics;

namespace LegalService.Knowledge.LanguageModel;

/// <summary>Figures about the model. Never the words of a question.</summary>
public sealed class ModelMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "LegalService.Model";

    private readonly Counter<long> _asked;
    private readonly Counter<long> _tokens;
    private readonly Histogram<double> _seconds;

    /// <summary>Begins at nothing.</summary>
    public ModelMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _asked = meter.CreateCounter<long>("legal_model_asked", description: "Times the model was asked, by what came of it");
        _tokens = meter.CreateCounter<long>("legal_model_tokens", description: "Tokens read and written");
        _seconds = meter.CreateHistogram<double>("legal_model_duration", "s", "Time from asking the model to what came of it");
    }

    internal void Asked(string use, string outcome, TimeSpan time)
    {
        _asked.Add(1, new("use", use), new("outcome", outcome));
        _seconds.Record(time.TotalSeconds, new KeyValuePair<string, object?>("use", use));
    }

    internal void Used(long tokens) => _tokens.Add(tokens);
}
