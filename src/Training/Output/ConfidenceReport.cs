using System.Globalization;
using LegalService.Knowledge.Answering;
using LegalService.Training.Calibration;

namespace LegalService.Training.Output;

/// <summary>Writes how often answers are right at each limit of confidence, as a table and as a picture.</summary>
internal static class ConfidenceReport
{
    private const double Step = 0.05;
    private const int Width = 640;
    private const int Height = 400;
    private const int Margin = 50;

    /// <summary>Lines of a Markdown table.</summary>
    public static IEnumerable<string> Table(IReadOnlyList<Outcome> outcomes)
    {
        yield return "| answer from confidence | answered | right of those | articles shown | right of the shown | FAQ answers | right of those |";
        yield return "|---|---|---|---|---|---|---|";
        foreach (var limit in Limits())
        {
            var answered = outcomes.Where(outcome => outcome.Confidence >= limit).ToList();
            var faq = answered.Where(outcome => outcome.Source == AnswerSource.Faq).ToList();
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"| {limit:0.00} | {answered.Count / (double)outcomes.Count:0.000} | {Right(answered):0.000} | {answered.Select(o => o.Shown).DefaultIfEmpty().Average():0.00} | {answered.Sum(o => o.RightShown) / (double)Math.Max(1, answered.Sum(o => o.Shown)):0.000} | {faq.Count} | {Right(faq):0.000} |");
        }
    }

    /// <summary>The two curves: how many questions are answered, and how many of the answers are right.</summary>
    public static string Picture(IReadOnlyList<Outcome> outcomes)
    {
        var answered = Limits().Select(limit => (limit, outcomes.Count(outcome => outcome.Confidence >= limit) / (double)outcomes.Count)).ToList();
        var right = Limits().Select(limit => (limit, Value: Right([.. outcomes.Where(outcome => outcome.Confidence >= limit)])))
            .Where(point => outcomes.Any(outcome => outcome.Confidence >= point.limit)).ToList();
        var lines = new List<string>
        {
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"Share of questions answered and share of answers right, by limit of confidence\">",
            $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>",
        };
        for (var tick = 0; tick <= 10; tick += 2)
        {
            lines.Add(Invariant($"<line x1=\"{X(0)}\" x2=\"{X(1)}\" y1=\"{Y(tick / 10.0)}\" y2=\"{Y(tick / 10.0)}\" stroke=\"#ddd\"/>"));
            lines.Add(Invariant($"<text x=\"{X(0) - 8}\" y=\"{Y(tick / 10.0) + 4}\" text-anchor=\"end\">{tick / 10.0:0.0}</text>"));
            lines.Add(Invariant($"<text x=\"{X(tick / 10.0)}\" y=\"{Y(0) + 20}\" text-anchor=\"middle\">{tick / 10.0:0.0}</text>"));
        }

        lines.Add(Curve(right, "#1a6e3c"));
        lines.Add(Curve(answered, "#1f4e9c"));
        lines.Add(Invariant($"<text x=\"{X(0.03)}\" y=\"{Y(0.1)}\" fill=\"#1a6e3c\">right, of the answered</text>"));
        lines.Add(Invariant($"<text x=\"{X(0.03)}\" y=\"{Y(0.04)}\" fill=\"#1f4e9c\">answered, of all questions</text>"));
        lines.Add(Invariant($"<text x=\"{X(0.5)}\" y=\"{Height - 8}\" text-anchor=\"middle\">answer from this confidence on</text>"));
        lines.Add("</svg>");
        return string.Join('\n', lines) + "\n";
    }

    private static string Curve(IEnumerable<(double X, double Y)> points, string colour) =>
        $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(point => Invariant($"{X(point.X):0.0},{Y(point.Y):0.0}")))}\"/>";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double X(double share) => Margin + (share * (Width - (2 * Margin)));

    private static double Y(double share) => Height - Margin - (share * (Height - (2 * Margin)));

    private static IEnumerable<double> Limits() => Enumerable.Range(0, 20).Select(step => Math.Round(step * Step, 2));

    private static double Right(List<Outcome> outcomes) => outcomes.Count == 0 ? 0 : outcomes.Count(outcome => outcome.IsRight) / (double)outcomes.Count;
}
