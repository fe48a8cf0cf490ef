using LegalService.Knowledge.Ranking;

namespace LegalService.Training.Calibration;

/// <summary>Finds the rising curve that fits best how often something was right at a score.</summary>
internal static class Isotonic
{
    /// <summary>Fits the curve: equally full bins by score, then neighbours that fall are joined until none does.</summary>
    /// <param name="points">Scores, and whether it was right.</param>
    /// <param name="bins">How many bins to begin with.</param>
    public static List<ConfidenceStep> Fit(IEnumerable<(double Score, bool IsRight)> points, int bins)
    {
        var sorted = points.OrderBy(point => point.Score).ToList();
        var blocks = new List<(double Score, double Right, int Count)>();
        for (var bin = 0; bin < bins; bin++)
        {
            var (from, to) = (sorted.Count * bin / bins, sorted.Count * (bin + 1) / bins);
            if (to == from)
                continue;
            var part = sorted[from..to];
            blocks.Add((part.Sum(point => point.Score), part.Count(point => point.IsRight), part.Count));
            while (blocks.Count > 1 && (Share(blocks[^1]) <= Share(blocks[^2]) || Middle(blocks[^1]) <= Middle(blocks[^2])))
            {
                var (last, before) = (blocks[^1], blocks[^2]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((last.Score + before.Score, last.Right + before.Right, last.Count + before.Count));
            }
        }

        return [.. blocks.Select(block => new ConfidenceStep { Score = Math.Round(Middle(block), 5), Confidence = Math.Round(Share(block), 4) })];
    }

    private static double Share((double Score, double Right, int Count) block) => block.Right / block.Count;

    private static double Middle((double Score, double Right, int Count) block) => block.Score / block.Count;
}
