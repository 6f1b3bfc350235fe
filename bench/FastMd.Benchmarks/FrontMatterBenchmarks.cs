using BenchmarkDotNet.Attributes;
using FastMd.Engine.Documents;

namespace FastMd.Benchmarks;

/// <summary>Front matter: to find it, and to parse it.</summary>
[MemoryDiagnoser]
public class FrontMatterBenchmarks
{
    private readonly string _page = SamplePage.FrontMatter + SamplePage.Markdown();
    private readonly List<Diagnostic> _diagnostics = [];

    [Benchmark]
    public bool Find() => FrontMatterBlock.Find(_page) is not null;

    [Benchmark]
    public IReadOnlyDictionary<string, object?>? FindAndParse()
    {
        FrontMatter.TryParse(FrontMatterBlock.Find(_page)!.Value, _diagnostics, out var data);
        return data;
    }
}
