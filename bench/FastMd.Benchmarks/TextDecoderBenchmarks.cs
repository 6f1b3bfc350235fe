using System.Text;
using BenchmarkDotNet.Attributes;
using FastMd.Engine.Documents;

namespace FastMd.Benchmarks;

/// <summary>A page's bytes to text: what the check for invalid bytes, byte order marks and NUL costs on top of decoding.</summary>
[MemoryDiagnoser]
public class TextDecoderBenchmarks
{
    private readonly byte[] _page = Encoding.UTF8.GetBytes(SamplePage.Markdown());
    private readonly TextDecoder _decoder = new();

    [Benchmark(Baseline = true)]
    public string PlainDecoding() => Encoding.UTF8.GetString(_page);

    [Benchmark]
    public SourceText Decoder() => _decoder.Decode(_page);
}
