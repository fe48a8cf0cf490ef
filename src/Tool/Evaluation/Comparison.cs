using System.Diagnostics;
using System.Globalization;
using LegalService.Knowledge.Indexing;

namespace LegalService.Tool.Evaluation;

/// <summary>Measures plain Lucene BM25 in the same run, and what the index costs.</summary>
internal static class Comparison
{
    /// <summary>One line for each analyzer, then one about our index.</summary>
    public static void Print(KnowledgeIndex index, IReadOnlyList<LabelledQuestion> questions, DateOnly day, TimeSpan built)
    {
        foreach (var (name, create) in PlainBm25.Analyzers)
        {
            var start = Stopwatch.GetTimestamp();
            using var baseline = new PlainBm25(index.Articles, day, create());
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var metrics = Evaluator.Run(questions, question => baseline.Search(question.Question));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {metrics} index_s={seconds:0.0}"));
        }

        GC.Collect();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"our index: articles={index.Articles.Entries.Count} index_s={built.TotalSeconds:0.0} index_mb={index.SizeInBytes / 1e6:0.0} managed_mb={GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} resident_mb={Environment.WorkingSet / 1e6:0}"));
    }
}
