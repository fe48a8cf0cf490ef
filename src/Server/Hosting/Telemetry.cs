using System.Diagnostics;
using System.Diagnostics.Metrics;
using LegalService.Bot.Channels.WeChat;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.LanguageModel;
using OpenTelemetry.Metrics;

namespace LegalService.Server.Hosting;

/// <summary>Figures about the answers. Never the words of a question.</summary>
internal sealed class AnswerMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "LegalService";

    private readonly Counter<long> _answers;
    private readonly Histogram<double> _seconds;

    public AnswerMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _answers = meter.CreateCounter<long>("legal_answers", description: "Answers by outcome and source");
        _seconds = meter.CreateHistogram<double>("legal_answer_duration", "s", "Time from question to answer");
    }

    public void Record(Answer answer, TimeSpan time)
    {
        _answers.Add(1, new TagList { { "outcome", answer.Outcome.ToString() }, { "source", answer.Source.ToString() } });
        _seconds.Record(time.TotalSeconds);
    }
}

/// <summary>Registers metrics, read at <c>/metrics</c>.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<AnswerMetrics>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(AnswerMetrics.Meter, WeChatMetrics.Meter, ModelMetrics.Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddPrometheusExporter());
    }
}
