using BenchmarkDotNet.Running;
using FastMd.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SamplePage).Assembly).Run(args);
