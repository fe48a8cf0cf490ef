using LegalService.Contracts;
using LegalService.Kiosk.Centre;
using LegalService.Knowledge.Answering;
using LegalService.Knowledge.Hosting;
using LegalService.Knowledge.Law;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Questions;

/// <summary>Asks the centre, which may know more, and answers from what is on the machine when it does not answer in time. Nothing of a question is kept. Thread safe.</summary>
internal sealed class Asking(
    ILegalServiceApi centre, Line line, Pulse pulse, KnowledgeBase knowledge, KioskMessages messages, IOptions<CentreOptions> options, TimeProvider time)
{
    private const string Paused = "bot.paused";

    /// <summary>Answers a question.</summary>
    /// <param name="question">What the citizen wrote.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    public async Task<Asked> AskAsync(string question, CancellationToken cancellation)
    {
        if (Answerer.Refuse(question) is { } code)
            return new(null, FromCentre: false, code, messages.Of(code));
        var fromCentre = line.Status.Reaches ? await AskCentreAsync(question, cancellation) : null;
        return fromCentre ?? AnswerHere(question);
    }

    /// <summary>The centre's answer; null when this machine is to answer.</summary>
    private async Task<Asked?> AskCentreAsync(string question, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(options.Value.AnswerWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var answer = await Answered.ByAsync(() => centre.AnswerAsync(new(question), either.Token));
            if (answer.Value is { } value)
                return new(value, FromCentre: true);
            cancellation.ThrowIfCancellationRequested();
            if (answer.Problem!.Code == Paused && !IsDanger(question))
                return new(null, FromCentre: true, Paused, messages.Of(answer.Problem));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The centre is too slow for somebody who stands there.
        }

        pulse.BeatNow();
        return null;
    }

    private Asked AnswerHere(string question)
    {
        if (knowledge.Current is not { } current)
            return new(null, FromCentre: false, "knowledge.loading", messages.Of("knowledge.loading"));
        var today = time.Today();
        return new(current.Answerer.Answer(question, today, today).ToResponse(), FromCentre: false);
    }

    private bool IsDanger(string question) => knowledge.Current?.Answerer.SpotDanger(question) is not null;
}
