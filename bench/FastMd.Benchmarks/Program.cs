using BenchmarkDotNet.Running;
using FastMd.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(BatchSessionBenchmarks).Assembly).Run(args);
