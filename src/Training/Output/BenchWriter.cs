using System.Globalization;
using LegalService.Knowledge.Ranking;
using LegalService.Training.Calibration;

namespace LegalService.Training.Output;

/// <summary>Prints the figures of the whole run, and writes them into a folder.</summary>
internal static class BenchWriter
{
    /// <summary>Writes <c>ranking-figures.md</c> and <c>ranking-confidence.svg</c>.</summary>
    /// <param name="folder">Null only prints.</param>
    /// <param name="report">The table of rankings.</param>
    /// <param name="calibrator">Knows what would have been shown.</param>
    /// <param name="manifest">The limits chosen.</param>
    public static void Write(DirectoryInfo? folder, Report report, Calibrator calibrator, RankingManifest manifest)
    {
        var outcomes = calibrator.HeldOut();
        List<string> limits =
        [
            "| shown from this share of the best chance on | right of the shown | found of the right | articles shown |",
            "|---|---|---|---|",
            .. calibrator.Limits(manifest).Select(limit => string.Create(
                CultureInfo.InvariantCulture, $"| {limit.From:0.00} | {limit.Precision:0.000} | {limit.Recall:0.000} | {limit.Average:0.00} |")),
        ];
        List<string> confidence = [.. ConfidenceReport.Table(outcomes)];
        foreach (var line in limits.Concat(confidence))
            Console.WriteLine(line);
        if (folder is null)
            return;
        folder.Create();
        File.WriteAllText(
            Path.Combine(folder.FullName, "ranking-figures.md"),
            string.Join('\n', [
                "# Figures of the last training", "", "Written by src/Training. Every figure is for questions that had no part in what ranked them.", "",
                "## Rankings", "", .. report.Rows, "", "## How many articles are shown", "",
                $"Chosen: {manifest.ShownFrom.ToString("0.00", CultureInfo.InvariantCulture)}.", "", .. limits, "",
                "## How sure an answer must be", "", .. confidence, "", "![curves](ranking-confidence.svg)", ""]));
        File.WriteAllText(Path.Combine(folder.FullName, "ranking-confidence.svg"), ConfidenceReport.Picture(outcomes));
    }
}
