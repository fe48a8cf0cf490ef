namespace LegalService.Training.Calibration;

/// <summary>Finds how figures are best weighted to tell right from wrong (logistic regression, a little held back).</summary>
internal static class Logistic
{
    private const int Steps = 3000;
    private const double Rate = 0.3;
    private const double HeldBack = 1e-3;

    /// <summary>One weight for each figure, for figures as they are; a constant is left out, for only the order counts.</summary>
    public static List<double> Fit(IReadOnlyList<(double[] Figures, bool IsRight)> rows)
    {
        var count = rows[0].Figures.Length;
        var means = Enumerable.Range(0, count).Select(at => rows.Average(row => row.Figures[at])).ToArray();
        var spreads = Enumerable.Range(0, count).Select(at => Math.Max(1e-9, Math.Sqrt(rows.Average(row => Math.Pow(row.Figures[at] - means[at], 2))))).ToArray();
        var (weights, constant) = (new double[count], 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var (slopes, slope) = (new double[count], 0.0);
            foreach (var (figures, isRight) in rows)
            {
                var sum = constant;
                for (var at = 0; at < count; at++)
                    sum += weights[at] * (figures[at] - means[at]) / spreads[at];
                var error = (1 / (1 + Math.Exp(-sum))) - (isRight ? 1 : 0);
                slope += error;
                for (var at = 0; at < count; at++)
                    slopes[at] += error * (figures[at] - means[at]) / spreads[at];
            }

            constant -= Rate * slope / rows.Count;
            for (var at = 0; at < count; at++)
                weights[at] -= Rate * ((slopes[at] / rows.Count) + (HeldBack * weights[at]));
        }

        return [.. weights.Select((weight, at) => Math.Round(weight / spreads[at], 6))];
    }
}
