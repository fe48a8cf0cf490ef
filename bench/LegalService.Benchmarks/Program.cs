using BenchmarkDotNet.Running;
using LegalService.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(QuestionBenchmarks)]).Run(args);
