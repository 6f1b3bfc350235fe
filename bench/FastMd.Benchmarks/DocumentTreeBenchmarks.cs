using System.Globalization;
using BenchmarkDotNet.Attributes;
using FastMd.Engine.Documents;

namespace FastMd.Benchmarks;

/// <summary>The search of a tree of 1,000 files in 50 folders.</summary>
[MemoryDiagnoser]
public class DocumentTreeBenchmarks
{
    private const int Folders = 50;
    private const int FilesPerFolder = 20;

    private string _root = "";

    [GlobalSetup]
    public void MakeTree()
    {
        _root = Directory.CreateTempSubdirectory("fastmd-bench-").FullName;
        for (var folder = 0; folder < Folders; folder++)
        {
            var path = Path.Combine(_root, $"part-{folder % 5}", folder.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(path);
            for (var file = 0; file < FilesPerFolder; file++)
            {
                File.WriteAllText(Path.Combine(path, $"page-{file}.md"), "# Page\n");
            }
        }
    }

    [GlobalCleanup]
    public void RemoveTree() => Directory.Delete(_root, recursive: true);

    [Benchmark(Baseline = true)]
    public int PlainEnumeration() => Directory.EnumerateFiles(_root, "*.md", SearchOption.AllDirectories).Count();

    [Benchmark]
    public int Tree() => new DocumentTree(_root, DocumentFilter.Default, leftOut: null, static (_, failure) => throw failure).Documents().Count();
}
